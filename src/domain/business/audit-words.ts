// What the audit log calls each thing that is done: "Recorded a payment", not payments.record. What nobody has words for
// yet is still told in plain letters, by its noun and its verb.
const WORDS: Readonly<Record<string, string>> = {
  "adjustments.down": "Lowered what is owed",
  "adjustments.recover": "Recovered a debt",
  "adjustments.up": "Raised what is owed",
  "adjustments.writeOff": "Wrote off a debt",
  "apiKeys.make": "Made an API key",
  "apiKeys.revoke": "Revoked an API key",
  "applications.approve": "Approved an application for credit",
  "applications.closeLink": "Closed the link for applications",
  "applications.decline": "Declined an application for credit",
  "applications.renewLink": "Made a link for applications",
  "apply.send": "Applied for credit, by the link",
  "audit.seal": "Sealed the audit log",
  "books.prove": "Had the books proven",
  "business.open": "Opened the books",
  "commands.outcome": "Asked what became of a change",
  "credit.change": "Changed credit terms",
  "creditMemos.creditInvoice": "Credited an invoice",
  "customers.archive": "Archived a customer",
  "customers.archiveEmpty": "Archived empty customers",
  "customers.create": "Added a customer",
  "customers.edit": "Changed a customer",
  "customers.forget": "Deleted a customer’s data",
  "customers.unarchive": "Brought back a customer",
  "deposits.make": "Made a deposit",
  "deposits.reverse": "Reversed a deposit",
  "earmarks.add": "Set credit aside",
  "earmarks.release": "Released an earmark",
  "events.reverse": "Reversed something posted",
  "export.everything": "Began to take all of the books home",
  "export.everything, sent whole": "Took all of the books home",
  "imports.upload": "Sent a file to import",
  "imports.start": "Imported a file",
  "imports.undo": "Undid an import",
  "invoiceDrafts.correct": "Began to correct an invoice",
  "invoiceDrafts.discard": "Discarded a draft",
  "invoiceDrafts.issue": "Issued an invoice",
  "invoiceDrafts.save": "Saved a draft",
  "invoices.void": "Voided an invoice",
  "keys.reseal": "Sealed secrets with a new key, by the operator",
  ledger: "Told the demo’s story, by the operator",
  "mails.send": "Mailed a document",
  "merges.merge": "Merged customers",
  "merges.reverse": "Reversed a merge",
  "openCredit.applyCredit": "Applied open credit",
  "openCredit.refund": "Refunded open credit",
  "openCredit.unApply": "Un-applied credit",
  "payments.record": "Recorded a payment",
  "payments.recordSplit": "Recorded a payment for several accounts",
  "payments.return": "Returned a payment",
  "people.add": "Added a person, by the operator",
  "people.changeLimits": "Changed somebody’s limits",
  "people.changeRole": "Changed somebody’s role",
  "people.disable": "Locked a person out, by the operator",
  "people.enable": "Let a person in again, by the operator",
  "people.invite": "Invited somebody",
  "people.inviteAgain": "Mailed an invitation again",
  "people.join": "Joined by invitation",
  "people.leave": "Left the business",
  "people.password": "Set a person’s password, by the operator",
  "people.remove": "Removed somebody",
  "people.transfer": "Handed the business over",
  "people.withdraw": "Withdrew an invitation",
  "periods.close": "Closed months",
  "periods.extend": "Opened months ahead",
  "periods.moveStart": "Moved the start of the books",
  "periods.reopen": "Reopened a month",
  "receipts.record": "Made a receipt",
  "signatures.ask": "Asked for a signature on a phone",
  "signatures.sign": "Signed on a phone",
  "receipts.recordReturn": "Took goods back",
  "retainage.release": "Billed retainage",
  "said.told": "Told members what a customer said",
  "statements.issue": "Issued a statement",
  "statements.send": "Mailed a statement",
  "statements.share": "Made a statement’s link",
  "statements.withdraw": "Withdrew a statement’s links",
};

/** Verbs as they are said of what was done; any other stays as it is. */
const DONE: Readonly<Record<string, string>> = {
  add: "added",
  archive: "archived",
  change: "changed",
  clear: "cleared",
  create: "added",
  discard: "discarded",
  edit: "changed",
  end: "ended",
  keep: "kept",
  make: "made",
  mark: "marked",
  offer: "offered",
  put: "put",
  read: "read",
  record: "recorded",
  remove: "removed",
  rename: "renamed",
  revoke: "revoked",
  save: "saved",
  send: "sent",
  set: "set",
  start: "started",
  stop: "stopped",
  test: "tested",
  unarchive: "brought back",
  undo: "undone",
  withdraw: "withdrawn",
};

/** "creditMemos" → "credit memos". */
export const spelled = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_.]/g, " ")
    .toLowerCase();

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "taxes.addRate" → "Taxes: rate added". */
export function actionWords(action: string): string {
  const known = WORDS[action];
  if (known !== undefined) return known;
  const [noun = "", ...rest] = action.split(".");
  const verb = rest.join(" ");
  if (noun === "export") return `Took home a file: ${spelled(verb)}`;
  const [first = "", ...object] = spelled(verb).split(" ");
  const told = [object.join(" "), DONE[first] ?? first].filter(Boolean).join(" ");
  return told === "" ? capital(spelled(noun)) : `${capital(spelled(noun))}: ${told}`;
}

/** What the log is filtered by, and the nouns of which each is made; the last one has all the others. */
export const AUDIT_KINDS = {
  people: { name: "People and keys", nouns: ["people", "apiKeys", "session", "security"] },
  customers: {
    name: "Customers",
    nouns: ["customers", "contacts", "locations", "merges", "families", "attachments"],
  },
  credit: {
    name: "Credit",
    nouns: [
      "credit",
      "limits",
      "holds",
      "overrides",
      "decisions",
      "creditDecisions",
      "applications",
      "apply",
      "buyers",
    ],
  },
  invoices: {
    name: "Invoices",
    nouns: ["invoices", "invoiceDrafts", "recurring", "creditMemos", "retainage", "jobs"],
  },
  receipts: { name: "Receipts", nouns: ["receipts", "counter", "signatures"] },
  payments: {
    name: "Payments",
    nouns: ["payments", "openCredit", "deposits", "earmarks", "onlinePayments", "autopays"],
  },
  corrections: { name: "Corrections", nouns: ["adjustments", "events"] },
  statements: {
    name: "Statements and mails",
    nouns: [
      "statements",
      "statementRuns",
      "standingLinks",
      "bounces",
      "mails",
      "mailStops",
      "said",
      "collections",
    ],
  },
  files: { name: "Files in and out", nouns: ["imports", "openings", "export"] },
  settings: {
    name: "Settings",
    nouns: [
      ...[
        "settings",
        "taxes",
        "terms",
        "chart",
        "periods",
        "branding",
        "mailServer",
        "mailTexts",
        "onlineSettings",
      ],
      ...["products", "discounts", "books", "audit", "webhooks", "business"],
    ],
  },
} as const satisfies Record<string, { name: string; nouns: readonly string[] }>;
export type AuditKind = keyof typeof AUDIT_KINDS;

// The words of the audit log. What has none of its own (audit-actions.ts) is still told in plain letters, by its noun and its
// verb.
import { ACTION_WORDS } from "./audit-actions.ts";

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
  const known = ACTION_WORDS[action];
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

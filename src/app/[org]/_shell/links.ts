// The addresses inside one business, made in one place: the business is always the first part of the path, and what a
// page shows (search, sort, day, position) is in the query, so that every view can be linked to.
import type { Route } from "next";
import type { SettingsSection } from "./settings-sections.ts";

export type Query = Readonly<Record<string, string | null | undefined>>;

/** Each part is one segment, whatever it holds: an id that was made up can't lead to another page or site. */
export function href(segments: readonly (string | number)[], query: Query = {}, anchor = ""): Route {
  const path = segments.map((segment) => `/${encodeURIComponent(segment)}`).join("");
  const told = Object.entries(query).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  );
  const search = told.length > 0 ? `?${new URLSearchParams(told)}` : "";
  return `${path}${search}${anchor ? `#${anchor}` : ""}` as Route;
}

export const toCustomers = (org: string, query: Query = {}): Route => href([org, "customers"], query);

/** What the one search box asks: a number, or part of a customer. */
export const toFind = (org: string, query: Query = {}): Route => href([org, "find"], query);

export const toAging = (org: string, query: Query = {}): Route => href([org, "reports", "aging"], query);

export const toTrialBalance = (org: string, query: Query = {}): Route =>
  href([org, "reports", "trial-balance"], query);

/** Tax by agency. `basis`: when invoiced or when paid. */
export const toRetainageReport = (org: string, query: Query = {}): Route =>
  href([org, "reports", "retainage"], query);

export const toTaxReport = (org: string, query: Query = {}): Route => href([org, "reports", "tax"], query);

/** Every line of every event. `account` is the number of one of the chart. */
export const toJournal = (org: string, query: Query = {}): Route => href([org, "reports", "journal"], query);

export const toAudit = (org: string, query: Query = {}): Route => href([org, "reports", "audit"], query);

export const toAuditEntry = (org: string, entryId: string): Route => href([org, "reports", "audit", entryId]);

export const toEvent = (org: string, eventId: number): Route => href([org, "events", eventId]);

/** Without a section, the general one. */
export const toSettings = (org: string, section?: SettingsSection, query: Query = {}): Route =>
  href(section === undefined ? [org, "settings"] : [org, "settings", section], query);
export const toOpening = (org: string, query: Query = {}): Route => href([org, "settings", "opening"], query);

export const toImport = (org: string, query: Query = {}): Route => href([org, "import"], query);

export const toImportFile = (org: string, fileId: string): Route => href([org, "import", fileId]);

/** Where a file is sent to. */
export const toImportUpload = (org: string, query: Query): Route => href([org, "import", "files"], query);

export const toImportOriginal = (org: string, fileId: string): Route => href([org, "import", fileId, "file"]);

export const toImportFaults = (org: string, fileId: string): Route =>
  href([org, "import", fileId, "faults.csv"]);

export const toImportTemplate = (org: string, kind: string): Route =>
  href([org, "import", "templates", kind]);

export const toContactsCsv = (org: string): Route => href([org, "customers", "contacts", "csv"]);

export const toCustomer = (org: string, customerId: string, query: Query = {}, anchor = ""): Route =>
  href([org, "customers", customerId], query, anchor);

export const toStatement = (org: string, customerId: string, query: Query = {}, anchor = ""): Route =>
  href([org, "customers", customerId, "statement"], query, anchor);

export const toStatementPdf = (org: string, customerId: string, query: Query = {}): Route =>
  href([org, "customers", customerId, "statement", "pdf"], query);

export const toPayments = (org: string, query: Query = {}): Route => href([org, "payments"], query);

export const toPayment = (org: string, paymentId: string): Route => href([org, "payments", paymentId]);

export const toCreditMemos = (org: string, query: Query = {}): Route => href([org, "credit-memos"], query);

export const toCreditMemo = (org: string, creditMemoId: string): Route =>
  href([org, "credit-memos", creditMemoId]);

export const toCreditMemoPdf = (org: string, creditMemoId: string): Route =>
  href([org, "credit-memos", creditMemoId, "pdf"]);

type Credit = { paymentId: string | null; creditMemoId: string | null; eventId: number };

/** The payment or the credit memo that a credit is; else its event. */
export const toCredit = (org: string, { paymentId, creditMemoId, eventId }: Credit): Route =>
  paymentId !== null
    ? toPayment(org, paymentId)
    : creditMemoId !== null
      ? toCreditMemo(org, creditMemoId)
      : toEvent(org, eventId);

/** `customer` is whose payment it is, by id; left out, the page asks. */
export const toNewPayment = (org: string, query: Query = {}): Route => href([org, "payments", "new"], query);

export const toDeposits = (org: string, query: Query = {}): Route => href([org, "deposits"], query);

export const toDeposit = (org: string, depositId: string): Route => href([org, "deposits", depositId]);

/** Payments that wait are chosen for one. `method` and `currency` narrow which are listed. */
export const toNewDeposit = (org: string, query: Query = {}): Route => href([org, "deposits", "new"], query);

export const toDepositPdf = (org: string, depositId: string): Route =>
  href([org, "deposits", depositId, "pdf"]);

/** The account's open credit, applied to what is owed, un-applied, refunded. `credit` chooses one, by its Event ID. */
export const toApplyCredit = (org: string, customerId: string, query: Query = {}): Route =>
  href([org, "customers", customerId, "apply"], query);

/** Corrections of an account from the office. `kind` and `item` choose what is corrected. */
export const toAdjust = (org: string, customerId: string, query: Query = {}): Route =>
  href([org, "customers", customerId, "adjust"], query);

export const toReceipts = (org: string, query: Query = {}): Route => href([org, "receipts"], query);

export const toReceipt = (org: string, receiptId: string, query: Query = {}): Route =>
  href([org, "receipts", receiptId], query);

/** The counter. `customer` is who stands there, by id; left out, the page asks. */
export const toNewReceipt = (org: string, query: Query = {}): Route => href([org, "receipts", "new"], query);

export const toReceiptPdf = (org: string, receiptId: string, query: Query = {}): Route =>
  href([org, "receipts", receiptId, "pdf"], query);

/** Goods brought back against a receipt. */
export const toReturn = (org: string, receiptId: string): Route =>
  href([org, "receipts", receiptId, "return"]);

export const toAttachments = (org: string, query: Query = {}): Route => href([org, "attachments"], query);

export const toAttachment = (org: string, attachmentId: string): Route =>
  href([org, "attachments", attachmentId]);

export const toInvoices = (org: string, query: Query = {}): Route => href([org, "invoices"], query);

export const toInvoice = (org: string, invoiceId: string): Route => href([org, "invoices", invoiceId]);

/** `customer` is who is billed, by id; left out, the page asks. `job` is theirs, with what its contract says. */
export const toNewInvoice = (org: string, query: Query = {}): Route => href([org, "invoices", "new"], query);

/**
 * Bills what `customer` holds back; left out, the page says who holds something. `job` narrows what is filled in, and
 * `may: "yes"` to what may be billed.
 */
export const toNewRetained = (org: string, query: Query = {}): Route =>
  href([org, "invoices", "retained", "new"], query);

/** On what `customer`'s release waits; `job` narrows it. */
export const toReleaseConditions = (org: string, query: Query = {}): Route =>
  href([org, "invoices", "retained", "conditions"], query);

export const toDraft = (org: string, draftId: string): Route => href([org, "invoices", "drafts", draftId]);

export const toRecurring = (org: string, query: Query = {}): Route =>
  href([org, "invoices", "recurring"], query);

/** `invoice` or `draft` is what it is like, by id. */
export const toNewRecurring = (org: string, query: Query): Route =>
  href([org, "invoices", "recurring", "new"], query);

export const toInvoicePdf = (org: string, invoiceId: string): Route =>
  href([org, "invoices", invoiceId, "pdf"]);

/** A credit memo of it: whole, by line or by amount. */
export const toCreditInvoice = (org: string, invoiceId: string): Route =>
  href([org, "invoices", invoiceId, "credit"]);

export const toProducts = (org: string, query: Query = {}): Route => href([org, "products"], query);

export const toProduct = (org: string, productId: string): Route => href([org, "products", productId]);

export const toNewProduct = (org: string): Route => href([org, "products", "new"]);

export const toJobs = (org: string, query: Query = {}): Route => href([org, "jobs"], query);

export const toJob = (org: string, jobId: string, query: Query = {}): Route =>
  href([org, "jobs", jobId], query);

/** `customer` is whose job it is, by id; left out, the page asks. */
export const toNewJob = (org: string, query: Query = {}): Route => href([org, "jobs", "new"], query);

export const toNewCustomer = (org: string, query: Query = {}): Route =>
  href([org, "customers", "new"], query);

/** The customers given credit, with their limits. */
export const toCreditCustomers = (org: string, query: Query = {}): Route =>
  href([org, "customers", "credit"], query);
/** One change of those who were chosen on the list. */
export const toCreditChange = (org: string): Route => href([org, "customers", "credit", "change"]);
/** Changes of credit terms that wait for a second person. */
export const toLimitRequests = (org: string): Route => href([org, "customers", "credit", "requests"]);
export const toSaid = (org: string, query: Query = {}): Route => href([org, "customers", "said"], query);

/** Joins one customer with another that is the same one. */
export const toCustomerMerge = (org: string, customerId: string, query: Query = {}): Route =>
  href([org, "customers", customerId, "merge"], query);

/** What one customer may charge, who decided it, and changing it. */
export const toCreditTerms = (org: string, customerId: string, query: Query = {}): Route =>
  href([org, "customers", customerId, "credit"], query);

export type CustomerTab =
  | "info"
  | "receipts"
  | "jobs"
  | "invoices"
  | "payments"
  | "statements"
  | "attachments"
  | "changes";

/** A customer's profile beside the A/R tab, which is `toCustomer`. */
export const toCustomerTab = (org: string, customerId: string, tab: CustomerTab, query: Query = {}): Route =>
  href([org, "customers", customerId, tab], query);

/** What the A/R tab lists, where it stands alone. */
export const toCustomerPart = (org: string, customerId: string, part: "unpaid" | "history"): Route =>
  href([org, "customers", customerId, part]);

/** The same as a file; `query` as on the tab. */
export const toCustomerPartCsv = (
  org: string,
  customerId: string,
  part: "unpaid" | "history" | "family",
  query: Query,
): Route => href([org, "customers", customerId, part, "csv"], query);

export const toStatements = (org: string, query: Query = {}): Route => href([org, "statements"], query);

export const toIssued = (org: string, statementId: string, query: Query = {}, anchor = ""): Route =>
  href([org, "statements", statementId], query, anchor);

export const toIssuedPdf = (org: string, statementId: string): Route =>
  href([org, "statements", statementId, "pdf"]);

/** Which of a customer's accounts: nothing where it is the one in the business's own currency. */
export const currencyHref = (currency: string, home: string) => ({
  currency: currency === home ? null : currency,
});

// The chart of accounts that a business starts with: what part each account plays in postings, whatever the
// business calls or numbers it later.
export const CHART_KINDS = ["asset", "liability", "equity", "revenue", "expense"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const CHART_ROLES = {
  bank: { code: "1000", name: "Bank", kind: "asset" },
  "undeposited-funds": { code: "1100", name: "Undeposited funds", kind: "asset" },
  receivable: { code: "1200", name: "Accounts receivable", kind: "asset" },
  "retainage-receivable": { code: "1210", name: "Retainage receivable", kind: "asset" },
  transfers: { code: "1290", name: "Transfers between customers", kind: "asset" },
  "sales-tax": { code: "2200", name: "Sales tax payable", kind: "liability" },
  "customer-credit": { code: "2300", name: "Customer credit", kind: "liability" },
  "opening-balance": { code: "3900", name: "Opening balances", kind: "equity" },
  revenue: { code: "4000", name: "Sales", kind: "revenue" },
  "finance-charges": { code: "4300", name: "Finance charges", kind: "revenue" },
  fees: { code: "4310", name: "Returned-payment fees", kind: "revenue" },
  recoveries: { code: "4320", name: "Bad debts recovered", kind: "revenue" },
  "sales-discounts": { code: "4900", name: "Sales discounts", kind: "revenue" },
  adjustments: { code: "4910", name: "Receivable adjustments", kind: "revenue" },
  "bad-debts": { code: "6100", name: "Bad debts", kind: "expense" },
} as const satisfies Record<string, { code: string; name: string; kind: ChartKind }>;
export type ChartRole = keyof typeof CHART_ROLES;

/** What is posted there by itself, in the words of a person. */
export const ROLE_WORDS: Record<ChartRole, string> = {
  bank: "Payments and deposits, and what is paid back",
  "undeposited-funds": "Money that came in",
  receivable: "What customers owe",
  "retainage-receivable": "What customers hold back",
  transfers: "From customer to customer",
  "sales-tax": "Tax",
  "customer-credit": "Credit that isn’t applied",
  "opening-balance": "From before the books",
  revenue: "Sales, unless a product says otherwise",
  "finance-charges": "Finance charges",
  fees: "Fees for returned payments",
  recoveries: "Bad debts that were paid after all",
  "sales-discounts": "Discounts",
  adjustments: "Adjustments",
  "bad-debts": "Debts written off",
};

/** What goes to a bank account of the business's own. */
const BANK_WORDS = "Payments and deposits";

/** What the books post there by themselves. */
export function postedWords({
  role,
  agency,
  bank,
}: {
  role: ChartRole | null;
  agency: string | null;
  bank: boolean;
}): string {
  if (agency !== null) return `Tax of ${agency}`;
  if (role !== null) return ROLE_WORDS[role];
  return bank ? BANK_WORDS : "";
}

export const KIND_WORDS: Record<ChartKind, string> = {
  asset: "Asset",
  liability: "Liability",
  equity: "Equity",
  revenue: "Revenue",
  expense: "Expense",
};

// The gapless series of numbers that a business can name, and how one of them is written.
/** In the order of a day's work. The series of events has no form: its number is the Event ID. */
export const NUMBER_SERIES = {
  customer: "Customers",
  job: "Jobs",
  receipt: "Receipts",
  invoice: "Invoices",
  payment: "Payments",
  deposit: "Deposits",
  "credit-memo": "Credit memos",
  statement: "Statements",
} as const;
export type NumberSeries = keyof typeof NUMBER_SERIES;

/** "INV-00042": as `books.counters` writes it. */
export const numberOf = (prefix: string, padding: number, next: number): string =>
  prefix + String(next).padStart(padding, "0");

// What the rows of a file come to, ready to be brought into the books.
import type { ContactRole } from "../customers/contact.ts";
import type { CreditLimit } from "../ledger/account.ts";
import type { PaymentMethod } from "../ledger/payment-method.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

/** As the file names them. `key` tells customers of one file apart: "#" and the number in capitals, else "~" and the folded name. */
export type FileCustomer = {
  key: string;
  row: number;
  number: string | null;
  name: string | null;
  company: string;
  contact: string;
  firstName: string;
  lastName: string;
  title: string;
  email: string;
  phone: string;
  mobile: string;
  fax: string;
  /** In lines. */
  street: string;
  city: string;
  region: string;
  postalCode: string;
  /** ISO 3166-1 alpha-2, or "". */
  country: string;
  /** In lines; "" says nothing. */
  shipping: string;
  /** As a customer keeps them: "net-30". */
  terms: string | null;
  limitCents: Cents | null;
  /** Owed when the books start; theirs where it is below nothing. */
  openingCents: Cents | null;
  taxNumber: string;
  memo: string;
  /** As the cell has them, for labels.ts to take apart; "" says nothing. */
  labels: string;
};

export type Entry = {
  /** As a spreadsheet shows it, from 1: the first of its rows. */
  row: number;
  kind: "invoice" | "credit" | "payment";
  /** A FileCustomer's key. */
  customer: string;
  /** Of the document; "" where it has none. */
  number: string;
  on: Day;
  /** Of an invoice; null leaves it to the customer's terms. */
  dueOn: Day | null;
  /** More than nothing. */
  amountCents: Cents;
  /** What of it was paid, or used, before; null when nothing. */
  paid: { on: Day | null; cents: Cents } | null;
  disputed: boolean;
  /** How a payment came, where the file says it. */
  method: PaymentMethod | null;
  memo: string;
};

export type FileProduct = {
  row: number;
  sku: string;
  name: string;
  description: string;
  unit: string;
  group: string;
  price: string;
  cost: string;
  taxable: boolean | null;
};

/** What a known customer may owe from now on. */
export type FileLimit = { row: number; customer: string; limit: CreditLimit };

/** A person at a known customer: of name and e-mail, one is there. */
export type FileContact = {
  row: number;
  customer: string;
  name: string;
  title: string;
  email: string;
  phone: string;
  mobile: string;
  fax: string;
  role: ContactRole | "";
  /** null where the file says nothing. */
  getsStatements: boolean | null;
  getsInvoices: boolean | null;
};

export type FileEntries = {
  entries: Entry[];
  customers: FileCustomer[];
  limits: FileLimit[];
  contacts: FileContact[];
  products: FileProduct[];
};

export const NO_ENTRIES: FileEntries = { entries: [], customers: [], limits: [], contacts: [], products: [] };

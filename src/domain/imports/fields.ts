// What a column of an imported file can hold, by the kind of file. The keys are also what the command line's
// `--map field=heading` names.
export const IMPORT_KINDS = [
  "receivables",
  "payments",
  "customers",
  "limits",
  "contacts",
  "products",
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const KIND_NAMES: Record<ImportKind, string> = {
  receivables: "Invoices, credits and payments",
  payments: "Payments",
  customers: "Customers",
  limits: "Credit limits",
  contacts: "Contacts",
  products: "Products",
};

/** Whether a file of this kind has rows that move money: under headings of sections, with sums between them. */
export const movesMoney = (kind: ImportKind): boolean => kind === "receivables" || kind === "payments";

/** Whether a file of this kind says something only of customers that are there: one that isn't is a fault, never a new one. */
export const ofKnownCustomers = (kind: ImportKind): boolean => kind === "limits" || kind === "contacts";

/** How a cell is read: an `amount` and a `day` by the format that its whole column settles. */
export type FieldReading =
  | "text"
  | "day"
  | "amount"
  | "number"
  | "yes"
  | "role"
  | "type"
  | "status"
  | "method"
  | "limit"
  | "terms"
  | "currency"
  | "side";

type FieldWords = { name: string; reads: FieldReading; example: string; second: string };
const field = (name: string, reads: FieldReading, example: string, second = ""): FieldWords => ({
  name,
  reads,
  example,
  second,
});

const CUSTOMER = {
  customerNumber: field("Customer number", "text", "C-1001", "C-1002"),
  customerName: field("Customer name", "text", "Hill Roofing LLC", "Bay Paving Inc"),
  company: field("Company", "text", "", ""),
  contact: field("Contact", "text", "Ann Hill", ""),
  email: field("E-mail", "text", "ann@hill.example", ""),
  phone: field("Phone", "text", "555 0100", ""),
  street: field("Street", "text", "1 Road St", "20 Quay St"),
  city: field("City", "text", "Portland", "Astoria"),
  region: field("State or region", "text", "OR", "OR"),
  postalCode: field("Postal code", "text", "97201", "97103"),
  country: field("Country", "text", "US", "US"),
  terms: field("Terms", "terms", "Net 30", "Net 15"),
  creditLimit: field("Credit limit", "amount", "5000.00", ""),
  taxNumber: field("Tax number", "text", "", ""),
  memo: field("Memo", "text", "", ""),
} as const;

export const FIELDS = {
  receivables: {
    ...CUSTOMER,
    type: field("Type", "type", "Invoice", "Credit memo"),
    documentNumber: field("Number", "text", "1041", "1042"),
    issuedOn: field("Date", "day", "2026-03-01", "2026-03-04"),
    dueOn: field("Due date", "day", "2026-03-31", ""),
    amount: field("Amount", "amount", "1250.00", "80.00"),
    /** One line's of several; the document is their sum, or has its own amount beside them. */
    lineAmount: field("Line amount", "amount", "", ""),
    openAmount: field("Open balance", "amount", "1250.00", "80.00"),
    paidAmount: field("Paid amount", "amount", "", ""),
    debit: field("Debit", "amount", "", ""),
    credit: field("Credit", "amount", "", ""),
    side: field("Debit or credit", "side", "", ""),
    settledOn: field("Paid on", "day", "", ""),
    status: field("Status", "status", "Open", "Open"),
    disputed: field("Disputed", "yes", "No", "No"),
    currency: field("Currency", "currency", "USD", "USD"),
  },
  payments: {
    customerNumber: CUSTOMER.customerNumber,
    customerName: CUSTOMER.customerName,
    issuedOn: field("Date", "day", "2026-03-12", "2026-03-14"),
    amount: field("Amount", "amount", "500.00", "1250.00"),
    documentNumber: field("Reference", "text", "4471", ""),
    method: field("Method", "method", "Check", "Bank transfer"),
    type: field("Type", "type", "Payment", "Payment"),
    status: field("Status", "status", "", ""),
    currency: field("Currency", "currency", "USD", "USD"),
    memo: field("Memo", "text", "", "On account"),
  },
  customers: {
    ...CUSTOMER,
    firstName: field("First name", "text", "", ""),
    lastName: field("Last name", "text", "", ""),
    title: field("Title", "text", "", ""),
    mobile: field("Mobile phone", "text", "555 0199", ""),
    fax: field("Fax", "text", "", ""),
    shipping: field("Shipping address", "text", "", ""),
    /** Theirs where it is below nothing. */
    openingBalance: field("Opening balance", "amount", "1250.00", ""),
    labels: field("Labels", "text", "Contractors; Weekly", ""),
  },
  limits: {
    customerNumber: CUSTOMER.customerNumber,
    customerName: CUSTOMER.customerName,
    creditLimit: field("Credit limit", "amount", "5000.00", "12000.00"),
    limitIs: field("Limit is", "limit", "", ""),
    terms: CUSTOMER.terms,
  },
  contacts: {
    customerNumber: CUSTOMER.customerNumber,
    customerName: CUSTOMER.customerName,
    contactName: field("Contact", "text", "Ann Hill", "Ben Bay"),
    contactTitle: field("Title", "text", "Office manager", ""),
    contactEmail: field("E-mail", "text", "ann@hill.example", "ben@bay.example"),
    contactPhone: field("Phone", "text", "555 0100", ""),
    contactMobile: field("Mobile phone", "text", "555 0199", ""),
    contactFax: field("Fax", "text", "", ""),
    contactRole: field("Contact role", "role", "Accounts payable", "Owner"),
    getsStatements: field("Gets statements", "yes", "Yes", "No"),
    getsInvoices: field("Gets invoices", "yes", "Yes", "No"),
  },
  products: {
    sku: field("SKU", "text", "GRV-34", "SND-01"),
    productName: field("Product name", "text", 'Gravel 3/4"', "Sand"),
    description: field("Description", "text", "", ""),
    unit: field("Unit", "text", "ton", "ton"),
    group: field("Product group", "text", "Stone", "Stone"),
    price: field("Sales price", "number", "42.50", "31.00"),
    cost: field("Cost", "number", "", ""),
    taxable: field("Taxable", "yes", "Yes", "Yes"),
  },
} as const satisfies Record<ImportKind, Record<string, FieldWords>>;

export const fieldsOf = (kind: ImportKind): Record<string, FieldWords> => FIELDS[kind];

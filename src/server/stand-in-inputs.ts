// For tests of the doors: for each procedure, an input that a person of the stand-in shop could send.
import { randomUUID } from "node:crypto";
import type { Person } from "@/db/directory/people.ts";
import type { DecidedTerms } from "@/domain/credit-terms.ts";
import type { Role } from "@/domain/permission.ts";

export type Shop = {
  slug: string;
  people: Record<Role, Person>;
  customerId: string;
  customerNumber: string;
  /** A customer that nothing else is done with. */
  spareId: string;
  contactId: string;
  locationId: string;
  accountId: string;
  statementId: string;
  /** The credit terms as they stand. */
  decided: DecidedTerms;
  /** A payment with open credit, and an item that it can settle. */
  paymentId: string;
  itemId: number;
  /** Part of that open credit, set aside. */
  earmarkId: string;
};

const key = () => ({ commandKey: randomUUID() });

export const payment = ({ accountId }: Shop) => ({
  ...key(),
  accountId,
  amountCents: 5_00,
  method: "check",
  receivedOn: "2026-03-05",
  applied: [],
});

export const earmark = ({ accountId }: Shop) => ({
  ...key(),
  accountId,
  amountCents: 50,
  note: "Spring order",
});

const CSV = (number: string) =>
  `customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\nC-9,${number},1/2/2026,2/1/2026,10.5,\n`;

/** For each procedure, an input that a person of this shop could send. A new procedure needs one, too. */
export const INPUTS: Record<string, (shop: Shop) => unknown> = {
  "books.proofs": () => ({}),
  "books.prove": () => key(),
  "credit.list": () => ({ search: "green", sort: "used", direction: "desc" }),
  "credit.totals": () => ({ show: "over" }),
  "credit.account": ({ customerId }) => ({ customerId }),
  "credit.change": ({ accountId, decided: seen }) => ({
    ...key(),
    accountId,
    terms: { ...seen, chargingAllowed: !seen.chargingAllowed },
    reason: "Opened for credit",
    seen,
  }),
  "contacts.add": ({ customerId }) => ({ ...key(), customerId, name: "Ann Lee" }),
  "contacts.edit": ({ contactId }) => ({
    ...key(),
    contactId,
    version: 1,
    name: "Ann Lee",
    title: "Foreman",
  }),
  "contacts.remove": ({ contactId }) => ({ ...key(), contactId }),
  "counter.customer": ({ customerId }) => ({ customerId }),
  "counter.findProducts": () => ({ said: "mulch" }),
  "counter.tax": () => ({}),
  "customers.find": () => ({ said: "green" }),
  "customers.list": () => ({ search: "green" }),
  "customers.totals": () => ({ search: "green" }),
  "customers.account": ({ customerId }) => ({ customerId }),
  "customers.read": ({ customerId }) => ({ customerId }),
  "customers.create": () => ({ ...key(), name: "Newcomer" }),
  "customers.alike": () => ({ name: "Greenleaf", email: "", phone: "" }),
  "customers.edit": ({ customerId }) => ({ ...key(), customerId, version: 1, ...GREENLEAF }),
  "customers.archive": ({ spareId }) => ({ ...key(), customerId: spareId }),
  "customers.unarchive": ({ spareId }) => ({ ...key(), customerId: spareId }),
  "customers.archiveEmpty": ({ spareId }) => ({ ...key(), customerIds: [spareId] }),
  "customers.changes": ({ customerId }) => ({ customerId }),
  "earmarks.add": earmark,
  "earmarks.release": ({ earmarkId }) => ({ ...key(), earmarkId }),
  "events.read": () => ({ eventId: 1 }),
  "imports.previewReceivables": () => ({ name: "old.csv", content: CSV(randomUUID()) }),
  "imports.importReceivables": () => ({ ...key(), name: "old.csv", content: CSV(randomUUID()) }),
  "locations.add": ({ customerId }) => ({ ...key(), customerId, name: "Yard", addressLines: ["2 Elm St"] }),
  "locations.edit": ({ locationId }) => ({
    ...{ ...key(), locationId, version: 1 },
    ...{ name: "Yard", addressLines: ["3 Elm St"] },
  }),
  "locations.remove": ({ locationId }) => ({ ...key(), locationId }),
  "payments.list": ({ customerId }) => ({ customerId }),
  "payments.totals": () => ({ search: "green" }),
  "payments.read": ({ paymentId }) => ({ paymentId }),
  "payments.account": ({ customerId }) => ({ customerId }),
  "payments.record": payment,
  "payments.applyCredit": ({ paymentId, itemId }) => ({
    ...key(),
    paymentId,
    appliedOn: "2026-03-06",
    applied: [{ itemId, amountCents: 1_00 }],
  }),
  "payments.takeBack": ({ paymentId, itemId }) => ({
    ...key(),
    paymentId,
    itemId,
    takenBackOn: "2026-03-06",
  }),
  "periods.list": () => ({}),
  "periods.foresee": () => ({ from: "2026-01-01", through: "2026-02-01" }),
  "periods.close": () => ({ ...key(), from: "2020-01-01", through: "2020-02-01" }),
  "periods.reopen": () => ({ ...key(), month: "2020-01-01" }),
  "receipts.record": () => ({
    ...key(),
    accountId: null,
    issuedOn: "2026-03-05",
    lines: [{ productId: null, description: "Mulch", quantity: "2", unitPrice: "4.50", taxable: true }],
    tenders: [{ tender: "cash", amountCents: 9_00, givenCents: 10_00 }],
  }),
  "reports.aging": () => ({ asOf: "2026-02-28" }),
  "reports.ledgerNet": () => ({ asOf: "2026-02-28" }),
  "session.here": () => undefined,
  "statements.preview": ({ customerId }) => ({ customer: customerId, asOf: "2026-02-28" }),
  "statements.list": ({ customerId }) => ({ customerId }),
  "statements.read": ({ statementId }) => ({ statementId }),
  "statements.issue": ({ customerId }) => ({ ...key(), customer: customerId, asOf: "2026-02-28" }),
  "statements.send": ({ statementId }) => ({ ...key(), statementId, recipient: "ap@greenleaf.example" }),
  "statements.share": ({ statementId }) => ({ ...key(), statementId }),
  "statements.withdraw": ({ statementId }) => ({ ...key(), statementId }),
};
/** As it is kept: an edit that changes nothing. */
const GREENLEAF = {
  ...{ name: "Greenleaf", number: "C-1", company: "", firstName: "", lastName: "" },
  ...{ email: "ap@greenleaf.example", phone: null, addressLines: ["1 Elm St"], shippingLines: [] },
  ...{ termsDays: 30, memo: "", privateNotes: "" },
};

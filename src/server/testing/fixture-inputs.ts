// For tests of the doors: for each procedure, an input that a person of the stand-in shop could send.
import { randomUUID } from "node:crypto";
import type { Person } from "@/db/directory/people.ts";
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import type { Role } from "@/domain/permission.ts";

export type Shop = {
  slug: string;
  people: Record<Role, Person>;
  customerId: string;
  customerNumber: string;
  /** A customer that nothing else is done with. */
  spareId: string;
  /** A customer who is somebody else's twin, anew before each merge; and the merge that stands. */
  twinId: string;
  mergeId: string;
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
  productId: string;
  /** Goods enough for every test to bring some back. */
  receiptId: string;
  /** Of what is to be changed, as it is now. */
  version: number;
  /** An invoice that nothing was done with, and the event that made it; anew before each thing that uses it up. */
  invoiceId: string;
  eventId: number;
  /** A payment's event with open credit, anew before each thing that uses it up, and a payment to be returned. */
  creditId: number;
  spentId: string;
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

export const receipt = ({ accountId }: Shop, quantity: number) => ({
  ...key(),
  accountId,
  issuedOn: "2026-03-05",
  lines: [
    { productId: null, description: "Mulch", quantity: `${quantity}`, unitPrice: "4.50", taxable: true },
  ],
  tenders: [{ tender: "cash", amountCents: quantity * 4_50 }],
});

export const product = () => ({ ...key(), name: "Topsoil", sku: randomUUID(), price: "42.00" });

const correction = ({ accountId }: Shop) => ({ ...key(), accountId, amountCents: 1, ...reversalInput });

const reversalInput = { on: "2026-03-06", reason: "Entered twice" };

const CSV = (number: string) =>
  `customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\nC-9,${number},1/2/2026,2/1/2026,10.5,\n`;

/** For each procedure, an input that a person of this shop could send. A new procedure needs one, too. */
export const INPUTS: Record<string, (shop: Shop) => unknown> = {
  "adjustments.account": ({ customerId }) => ({ customer: customerId, currency: "USD" }),
  "adjustments.writeOff": (shop) => ({ ...correction(shop), itemId: shop.eventId }),
  "adjustments.up": correction,
  "adjustments.down": correction,
  "adjustments.recover": correction,
  "attachments.list": ({ receiptId }) => ({ kind: "receipt", id: receiptId }),
  "books.proofs": () => ({}),
  "books.prove": () => key(),
  "contacts.add": ({ customerId }) => ({ ...key(), customerId, name: "Ann Lee" }),
  "contacts.edit": ({ contactId }) => ({
    ...key(),
    contactId,
    version: 1,
    name: "Ann Lee",
    title: "Foreman",
  }),
  "contacts.remove": ({ contactId }) => ({ ...key(), contactId }),
  "credit.list": () => ({ search: "green", sort: "used", direction: "desc" }),
  "credit.totals": () => ({ show: "over" }),
  "credit.account": ({ customerId }) => ({ customerId, currency: "USD" }),
  "credit.change": ({ accountId, decided: seen }) => ({
    ...key(),
    accountId,
    terms: { ...seen, chargingAllowed: !seen.chargingAllowed },
    reason: "Opened for credit",
    seen,
  }),
  "counter.customer": ({ customerId }) => ({ customerId }),
  "commands.outcome": () => ({ commandKey: "a-key-that-nobody-used" }),
  "counter.findProducts": () => ({ search: "mulch" }),
  "counter.tax": () => ({}),
  "customers.find": () => ({ search: "green" }),
  "customers.list": () => ({ search: "green" }),
  "customers.totals": () => ({ search: "green" }),
  "customers.account": ({ customerId }) => ({ customerId, currency: "USD" }),
  "customers.read": ({ customerId }) => ({ customerId }),
  "customers.create": () => ({ ...key(), name: "Newcomer" }),
  "customers.alike": () => ({ name: "Greenleaf", email: "", phone: "" }),
  "customers.edit": ({ customerId }) => ({ ...key(), customerId, version: 1, ...GREENLEAF }),
  "customers.archive": ({ spareId }) => ({ ...key(), customerId: spareId }),
  "customers.unarchive": ({ spareId }) => ({ ...key(), customerId: spareId }),
  "customers.archiveEmpty": ({ spareId }) => ({ ...key(), customerIds: [spareId] }),
  "customers.changes": ({ customerId }) => ({ customerId }),
  "customers.derivation": ({ customerId }) => ({ customerId, currency: "USD", figure: "net" }),
  "customers.history": ({ customerId }) => ({ customerId, currency: "USD", type: "payments", text: "check" }),
  "customers.unpaid": ({ customerId }) => ({
    customerId,
    currency: "USD",
    bucket: "d91",
    sort: "open",
    direction: "desc",
  }),
  "earmarks.add": earmark,
  "earmarks.release": ({ earmarkId }) => ({ ...key(), earmarkId }),
  "events.read": () => ({ eventId: 1 }),
  "events.previewReversal": ({ eventId }) => ({ eventId }),
  "events.reverse": ({ eventId }) => ({ ...key(), eventId, ...reversalInput }),
  "imports.previewReceivables": () => ({ name: "old.csv", content: CSV(randomUUID()) }),
  "imports.importReceivables": () => ({ ...key(), name: "old.csv", content: CSV(randomUUID()) }),
  "invoices.list": ({ customerId }) => ({ customerId }),
  "invoices.totals": () => ({ search: "green" }),
  "invoices.read": ({ invoiceId }) => ({ invoiceId }),
  "invoices.void": ({ invoiceId }) => ({ ...key(), invoiceId, ...reversalInput }),
  "locations.add": ({ customerId }) => ({ ...key(), customerId, name: "Yard", addressLines: ["2 Elm St"] }),
  "locations.edit": ({ locationId }) => ({
    ...{ ...key(), locationId, version: 1 },
    ...{ name: "Yard", addressLines: ["3 Elm St"] },
  }),
  "locations.remove": ({ locationId }) => ({ ...key(), locationId }),
  "openCredit.read": ({ customerId }) => ({ customer: customerId, currency: "USD" }),
  "openCredit.applyCredit": ({ accountId, creditId, itemId }) => ({
    ...key(),
    accountId,
    appliedOn: "2026-03-06",
    applied: [{ creditId, itemId, amountCents: 1_00 }],
  }),
  "openCredit.unApply": ({ accountId, creditId, itemId }) => ({
    ...key(),
    accountId,
    unAppliedOn: "2026-03-06",
    creditId,
    itemId,
  }),
  "openCredit.refund": ({ accountId, creditId }) => ({
    ...{ ...key(), accountId, creditId, amountCents: 1_00 },
    ...{ refundedOn: "2026-03-06", method: "cash", reason: "Paid twice" },
  }),
  "payments.return": ({ spentId }) => ({ ...key(), paymentId: spentId, feeCents: 25_00, ...reversalInput }),
  "payments.list": ({ customerId }) => ({ customerId }),
  "payments.totals": () => ({ search: "green" }),
  "payments.read": ({ paymentId }) => ({ paymentId }),
  "merges.preview": ({ twinId, customerId }) => ({ fromCustomerId: twinId, intoCustomerId: customerId }),
  "merges.list": ({ customerId }) => ({ customerId }),
  "merges.merge": ({ twinId, customerId }) => ({
    ...key(),
    fromCustomerId: twinId,
    intoCustomerId: customerId,
    mergedOn: "2026-03-06",
  }),
  "merges.reverse": ({ mergeId }) => ({ ...key(), mergeId, reversedOn: "2026-03-07" }),
  "payments.account": ({ customerId }) => ({ customerId, currency: "USD" }),
  "payments.record": payment,
  "payments.applyCredit": ({ paymentId, itemId }) => ({
    ...key(),
    paymentId,
    appliedOn: "2026-03-06",
    applied: [{ itemId, amountCents: 1_00 }],
  }),
  "periods.list": () => ({}),
  "periods.previewClosing": () => ({ from: "2026-01-01", through: "2026-02-01" }),
  "periods.close": () => ({ ...key(), from: "2020-01-01", through: "2020-02-01" }),
  "periods.reopen": () => ({ ...key(), month: "2020-01-01" }),
  "products.list": () => ({ search: "topsoil" }),
  "products.count": () => ({}),
  "products.read": ({ productId }) => ({ productId }),
  "products.accounts": () => ({}),
  "products.create": product,
  "products.edit": ({ productId, version }) => ({ ...product(), productId, version }),
  "products.archive": ({ productId }) => ({ ...key(), productId }),
  "products.unarchive": ({ productId }) => ({ ...key(), productId }),
  "receipts.record": (shop) => receipt(shop, 2),
  "receipts.list": ({ customerId }) => ({ customerId }),
  "receipts.totals": () => ({ search: "mulch" }),
  "receipts.read": ({ receiptId }) => ({ receiptId }),
  "receipts.returnable": ({ receiptId }) => ({ receiptId }),
  "receipts.recordReturn": ({ receiptId }) => ({
    ...key(),
    receiptId,
    issuedOn: "2026-03-06",
    lines: [{ line: 1, quantity: "1" }],
    toAccountCents: 4_50,
  }),
  "reports.aging": () => ({ asOf: "2026-02-28" }),
  "reports.ledgerNet": () => ({ asOf: "2026-02-28" }),
  "session.here": () => undefined,
  "settings.read": () => ({}),
  "settings.changeTax": ({ version }) => ({ ...key(), version, taxName: "VAT", taxRate: "6.25" }),
  "settings.changeReturnedFee": ({ version }) => ({ ...key(), version, returnedFeeCents: 35_00 }),
  "settings.changeCredit": ({ version }) => ({ ...key(), version, countEarmarked: false }),
  "settings.changeDetails": ({ version }) => ({
    ...{ ...key(), version, addressLines: ["1 Elm St"] },
    ...{ phone: "555 0100", email: "shop@stand-in.example" },
  }),
  "settings.changeSeries": ({ version }) => ({
    ...{ ...key(), version, series: "receipt", prefix: "R-", padding: 5 },
  }),
  "statements.preview": ({ customerId }) => ({ customer: customerId, currency: "USD", asOf: "2026-02-28" }),
  "statements.list": ({ customerId }) => ({ customerId }),
  "statements.count": () => ({}),
  "statements.read": ({ statementId }) => ({ statementId }),
  "statements.issue": ({ customerId }) => ({
    ...key(),
    customer: customerId,
    currency: "USD",
    asOf: "2026-02-28",
  }),
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

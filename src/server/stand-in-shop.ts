// For tests of the doors: a business with somebody in each role, a customer with a story and an issued statement;
// and each procedure called as anyone, with an input that works.
import { randomUUID } from "node:crypto";
import { setMember } from "@/db/directory/businesses.ts";
import type { Person } from "@/db/directory/people.ts";
import { ledger } from "@/books/ledger-dsl.ts";
import { recordInvoice } from "@/books/invoices.ts";
import { known } from "@/domain/assert.ts";
import type { DecidedTerms } from "@/domain/credit-terms.ts";
import { day } from "@/domain/day.ts";
import { cents } from "@/domain/money.ts";
import { ROLES, type Role } from "@/domain/permission.ts";
import { memberActor } from "./actor.ts";
import { INPUTS, payment, earmark, type Shop } from "./stand-in-inputs.ts";
import { appRouter } from "./routers/index.ts";
import { createBusinessWithOwner } from "./sign-up.ts";
import { anyEmail, anyone, PASSWORD, somewhere } from "./stand-ins.ts";
import { callerFactory, type Context } from "./trpc.ts";

export { INPUTS, type Shop } from "./stand-in-inputs.ts";

export const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: "query" | "mutation"; meta?: { permission?: string } } }
>;
export const paths = Object.keys(procedures);

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
  /** A payment with open credit, and an item that it can settle. */
  paymentId: string;
  itemId: number;
  /** Part of that open credit, set aside. */
  earmarkId: string;
  /** An invoice that nothing was done with, and the event that made it; anew before each thing that uses it up. */
  invoiceId: string;
  eventId: number;
  /** Goods enough for every test to bring some back. */
  receiptId: string;
  productId: string;
  /** Of what is to be changed, as it is now. */
  version: number;
};

export async function openShop(): Promise<Shop> {
  const slug = `s-${randomUUID().slice(0, 13)}`;
  const ground = { currency: "USD", zone: "UTC", startOn: day("2020-01-01") };
  const wanted = {
    businessName: "Stand-in Supply",
    slug,
    name: "Olive Owner",
    email: anyEmail(),
    password: PASSWORD,
  };
  const { business, owner } = await createBusinessWithOwner({ ...ground, ...wanted }, "test-request");
  const people = { owner } as Record<Role, Person>;
  for (const role of ROLES.filter((each) => each !== "owner")) {
    people[role] = await anyone();
    await setMember(business.id, people[role].id, role);
  }
  const actor = known(
    await memberActor({ userId: owner.id, name: owner.name }, slug, "r"),
    "the owner is a member",
  );
  const customer = { number: "C-1", email: "ap@greenleaf.example", addressLines: ["1 Elm St"] };
  const greenleaf = await ledger(actor)
    .customer("Greenleaf", customer)
    .invoice("100.00", "2026-01-31", { number: "A-1", memo: "Gate code 12" })
    .paid("60.00", "2026-02-10")
    .write();
  const { customerId, accountId, number: customerNumber } = greenleaf;
  const decided: DecidedTerms = { status: "good", chargingAllowed: false, limit: { kind: "none" } };
  const later = { statementId: "", paymentId: "", itemId: 0, earmarkId: "", invoiceId: "", eventId: 0 };
  const { customerId: spareId } = await ledger(actor).customer("Spare").write();
  const mine = { spareId, contactId: "", locationId: "" };
  const later = { ...mine, statementId: "", paymentId: "", itemId: 0, earmarkId: "", decided };
  const mine = { spareId, contactId: "", locationId: "", productId: "", version: 0 };
  const later = { ...mine, statementId: "", paymentId: "", itemId: 0, earmarkId: "", receiptId: "" };
  const shop = { slug, people, customerId, accountId, customerNumber, ...later };
  const issue = { commandKey: randomUUID(), customer: customerId, asOf: "2026-02-28" };
  const issued = (await call(await asMember(shop, "owner"), "statements.issue", issue)) as {
    statementId: string;
  };
  const whole = { ...shop, statementId: issued.statementId, ...(await payMore(shop)) };
  await invoiceAnew(whole);
  return whole;
  const { productId } = (await call(await asMember(shop, "owner"), "products.create", product())) as {
    productId: string;
  };
  return { ...shop, productId, statementId: issued.statementId, ...(await payMore(shop)) };
}

/** A payment that waits for its invoice, after everything that other tests read. */
async function payMore(shop: Shop): Promise<Pick<Shop, "paymentId" | "itemId" | "earmarkId" | "receiptId">> {
  const owner = await asMember(shop, "owner");
  const { customerId } = shop;
  const { debts } = (await call(owner, "payments.account", { customerId })) as {
    debts: { itemId: number }[];
  };
  const { paymentId } = (await call(owner, "payments.record", payment(shop))) as { paymentId: string };
  const { earmarkId } = (await call(owner, "earmarks.add", earmark(shop))) as { earmarkId: string };
  const { receiptId } = (await call(owner, "receipts.record", receipt(shop, 1000))) as { receiptId: string };
  return { paymentId, earmarkId, receiptId, itemId: known(debts[0], "something is open").itemId };
}

async function invoiceAnew(shop: Shop): Promise<void> {
  const { member } = await asMember(shop, "owner");
  const lines = [{ description: "Stones", totalCents: cents(3_00) }];
  const invoice = { accountId: shop.accountId, issuedOn: day("2026-03-05"), lines };
  const made = await ledger(known(member, "the owner is a member")).change((books) =>
    recordInvoice(books, invoice),
  );
  Object.assign(shop, { invoiceId: made.invoiceId, eventId: made.eventId });
}

const payment = ({ accountId }: Shop) => ({
  ...key(),
  accountId,
  amountCents: 5_00,
  method: "check",
  receivedOn: "2026-03-05",
  applied: [],
});

const receipt = ({ accountId }: Shop, quantity: number) => ({
  ...key(),
  accountId,
  issuedOn: "2026-03-05",
  lines: [
    { productId: null, description: "Mulch", quantity: `${quantity}`, unitPrice: "4.50", taxable: true },
  ],
  tenders: [{ tender: "cash", amountCents: quantity * 4_50 }],
});

const earmark = ({ accountId }: Shop) => ({ ...key(), accountId, amountCents: 50, note: "Spring order" });

const product = () => ({ ...key(), name: "Topsoil", sku: randomUUID(), price: "42.00" });

export async function as(person: Person | null, slug: string): Promise<Context> {
  const user = person && { userId: person.id, name: person.name, email: person.email };
  const member = user && (await memberActor({ userId: user.userId, name: user.name }, slug, "test-request"));
  return { user, member, from: somewhere() };
}
export const asMember = (shop: Shop, role: Role) => as(shop.people[role], shop.slug);

const createCaller = callerFactory(appRouter);

/** Calls a procedure by its path, as a batch over HTTP would: with whatever input. */
export async function call(context: Context, path: string, input: unknown): Promise<unknown> {
  const [noun = "", verb = ""] = path.split(".");
  const nouns = createCaller(context) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  return known(nouns[noun]?.[verb], `${path} is a procedure`)(input);
}

const CSV = (number: string) =>
  `customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\nC-9,${number},1/2/2026,2/1/2026,10.5,\n`;

/** For each procedure, an input that a person of this shop could send. A new procedure needs one, too. */
export const INPUTS: Record<string, (shop: Shop) => unknown> = {
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
  "events.foresee": ({ eventId }) => ({ eventId }),
  "events.reverse": ({ eventId }) => ({ ...key(), eventId, ...undoing }),
  "imports.previewReceivables": () => ({ name: "old.csv", content: CSV(randomUUID()) }),
  "imports.importReceivables": () => ({ ...key(), name: "old.csv", content: CSV(randomUUID()) }),
  "invoices.list": ({ customerId }) => ({ customerId }),
  "invoices.totals": () => ({ search: "green" }),
  "invoices.read": ({ invoiceId }) => ({ invoiceId }),
  "invoices.void": ({ invoiceId }) => ({ ...key(), invoiceId, ...undoing }),
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
  "receipts.list": ({ customerId }) => ({ customerId }),
  "receipts.totals": () => ({ search: "mulch" }),
  "receipts.read": ({ receiptId }) => ({ receiptId }),
  "receipts.returnable": ({ receiptId }) => ({ receiptId }),
  "receipts.record": (shop) => receipt(shop, 2),
  "receipts.recordReturn": ({ receiptId }) => ({
    ...key(),
    receiptId,
    issuedOn: "2026-03-06",
    lines: [{ line: 1, quantity: "1" }],
    toAccountCents: 4_50,
  }),
  "products.list": () => ({ search: "topsoil" }),
  "products.count": () => ({}),
  "products.read": ({ productId }) => ({ productId }),
  "products.accounts": () => ({}),
  "products.create": product,
  "products.edit": ({ productId, version }) => ({ ...product(), productId, version }),
  "products.archive": ({ productId }) => ({ ...key(), productId }),
  "products.unarchive": ({ productId }) => ({ ...key(), productId }),
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
const key = () => ({ commandKey: randomUUID() });
const undoing = { on: "2026-03-06", reason: "Entered twice" };

const BEFORE: Record<string, string> = {
  "contacts.edit": "contacts.add",
  "contacts.remove": "contacts.add",
  "locations.edit": "locations.add",
  "locations.remove": "locations.add",
  "statements.withdraw": "statements.share",
  "payments.takeBack": "payments.applyCredit",
  "periods.reopen": "periods.close",
};

const ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  "events.reverse": invoiceAnew,
  "invoices.void": invoiceAnew,
};
/** Where the version stands that a change is made to. */
const VERSIONED: Record<string, string> = { "products.edit": "products.read" };

/** What must have happened before, so that a procedure has something to do. */
export async function prepare(shop: Shop, path: string): Promise<void> {
  if (path === "credit.change") shop.decided = await readDecided(shop);
  await ANEW[path]?.(shop);
  const before = BEFORE[path];
  if (before) {
    const answer = await call(await asMember(shop, "owner"), before, INPUTS[before]?.(shop));
    const { contactId, locationId } = (answer ?? {}) as Partial<Shop>;
    Object.assign(shop, contactId && { contactId }, locationId && { locationId });
  }
  const read = VERSIONED[path];
  if (!read) return;
  const now = (await call(await asMember(shop, "owner"), read, INPUTS[read]?.(shop))) as { version: number };
  shop.version = now.version;
}

async function readDecided(shop: Shop): Promise<DecidedTerms> {
  const { customerId } = shop;
  const credit = await call(await asMember(shop, "owner"), "credit.account", { customerId });
  return (credit as { decided: DecidedTerms }).decided;
}

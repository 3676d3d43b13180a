// For tests of the doors: a business with somebody in each role, a customer with a story and an issued statement;
// and each procedure called as anyone, with an input that works.
import { randomUUID } from "node:crypto";
import { setMember } from "@/db/directory/businesses.ts";
import type { Person } from "@/db/directory/people.ts";
import { ledger } from "@/books/story/ledger-dsl.ts";
import { recordInvoice } from "@/books/invoices/invoices.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { present } from "@/domain/assert.ts";
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { ROLES, type Role } from "@/domain/permission.ts";
import { memberActor } from "../actor.ts";
import { INPUTS, earmark, payment, product, receipt, type Shop } from "./fixture-inputs.ts";
import { appRouter } from "../routers/index.ts";
import { createBusinessWithOwner } from "../auth/sign-up.ts";
import { anyEmail, anyone, PASSWORD, somewhere } from "./fixtures.ts";
import { callerFactory, type Context } from "../trpc.ts";

export { INPUTS, type Shop } from "./fixture-inputs.ts";

export const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: "query" | "mutation"; meta?: { permission?: string } } }
>;
export const paths = Object.keys(procedures);

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
  const actor = present(
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
  const { customerId: spareId } = await ledger(actor).customer("Spare").write();
  const mine = {
    twinId: spareId,
    mergeId: randomUUID(),
    spareId,
    contactId: "",
    locationId: "",
    productId: "",
    version: 0,
    decided,
  };
  const later = {
    ...mine,
    statementId: "",
    paymentId: "",
    receiptId: "",
    itemId: 0,
    earmarkId: "",
    invoiceId: "",
    eventId: 0,
    creditId: 0,
    spentId: "",
  };
  const shop = { slug, people, customerId, accountId, customerNumber, ...later };
  const issue = { commandKey: randomUUID(), customer: customerId, asOf: "2026-02-28" };
  const issued = (await call(await asMember(shop, "owner"), "statements.issue", issue)) as {
    statementId: string;
  };
  const { productId } = (await call(await asMember(shop, "owner"), "products.create", product())) as {
    productId: string;
  };
  const whole = { ...shop, productId, statementId: issued.statementId, ...(await payMore(shop)) };
  await invoiceAnew(whole);
  await paymentAnew(whole);
  return whole;
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
  return { paymentId, earmarkId, receiptId, itemId: present(debts[0], "something is open").itemId };
}

async function invoiceAnew(shop: Shop): Promise<void> {
  const { member } = await asMember(shop, "owner");
  const lines = [{ description: "Stones", totalCents: cents(3_00) }];
  const invoice = { accountId: shop.accountId, issuedOn: day("2026-03-05"), lines };
  const made = await ledger(present(member, "the owner is a member")).change((books) =>
    recordInvoice(books, inputOf(NewInvoice, invoice)),
  );
  Object.assign(shop, { invoiceId: made.invoiceId, eventId: made.eventId });
}

async function paymentAnew(shop: Shop): Promise<void> {
  const made = await call(await asMember(shop, "owner"), "payments.record", payment(shop));
  const { paymentId, eventId } = made as { paymentId: string; eventId: number };
  Object.assign(shop, { spentId: paymentId, creditId: eventId });
}

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
  return present(nouns[noun]?.[verb], `${path} is a procedure`)(input);
}

async function twinAnew(shop: Shop): Promise<void> {
  const owner = await asMember(shop, "owner");
  const twin = await call(owner, "customers.create", { commandKey: randomUUID(), name: "Twin" });
  shop.twinId = (twin as { customerId: string }).customerId;
}

async function mergeAnew(shop: Shop): Promise<void> {
  await twinAnew(shop);
  const merged = await call(await asMember(shop, "owner"), "merges.merge", INPUTS["merges.merge"]?.(shop));
  shop.mergeId = (merged as { mergeId: string }).mergeId;
}

const BEFORE: Record<string, string> = {
  "contacts.edit": "contacts.add",
  "contacts.remove": "contacts.add",
  "locations.edit": "locations.add",
  "locations.remove": "locations.add",
  "statements.withdraw": "statements.share",
  "openCredit.unApply": "openCredit.applyCredit",
  "periods.reopen": "periods.close",
};

const ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  "adjustments.writeOff": invoiceAnew,
  "events.reverse": invoiceAnew,
  "invoices.void": invoiceAnew,
  "openCredit.applyCredit": paymentAnew,
  "openCredit.unApply": paymentAnew,
  "openCredit.refund": paymentAnew,
  "payments.return": paymentAnew,
  "merges.preview": twinAnew,
  "merges.merge": twinAnew,
  "merges.reverse": mergeAnew,
};
/** Where the version stands that a change is made to. */
const VERSIONED: Record<string, string> = {
  "products.edit": "products.read",
  "settings.changeTax": "settings.read",
  "settings.changeReturnedFee": "settings.read",
  "settings.changeCredit": "settings.read",
  "settings.changeDetails": "settings.read",
  "settings.changeSeries": "settings.read",
};

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

// For tests of the doors: a business with somebody in each role, and customers with a story and an issued statement.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { attachFile } from "@/books/business/attachments.ts";
import { askQuestion } from "@/books/collections/questions.ts";
import type { Ledger } from "@/books/story/ledger-dsl.ts";
import { setMember } from "@/db/directory/members.ts";
import type { Person } from "@/db/directory/people.ts";
import { present } from "@/domain/assert.ts";
import { NOTHING_DECIDED } from "@/domain/credit/credit-terms.ts";
import { day } from "@/domain/values/day.ts";
import { ROLES, type Role } from "@/domain/permission.ts";
import { createBusinessWithOwner } from "../auth/sign-up.ts";
import { as, asMember, booksOf, call } from "./fixture-caller.ts";
import { account, earmark, payment, product, receipt } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";
import { invoiceAnew, jobAnew, paymentAnew } from "./fixture-prepare.ts";
import { anyEmail, anyone, PASSWORD } from "./fixtures.ts";

export { as, asMember, call, paths, procedures } from "./fixture-caller.ts";
export type { Shop } from "./shop.ts";
export { INPUTS } from "./fixture-inputs.ts";
export { prepare } from "./fixture-prepare.ts";

/** A business, and one customer with a story. Event numbers of different shops never meet. */
export async function openShop(customerNumber = "C-1"): Promise<Shop> {
  const slug = `s-${randomUUID().slice(0, 13)}`;
  const ground = { currency: "USD", zone: "UTC", locale: "en-US" as const, startOn: day("2020-01-01") };
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
  const books = await booksOf({ slug, people });
  const apart = ++shops * 1_000_000;
  await books.change(({ tx }) =>
    tx.execute(sql`update books.counters set next = next + ${apart}::bigint where series = 'event'`),
  );
  const { productId } = (await call(await as(owner, slug), "products.create", product())) as {
    productId: string;
  };
  await call(await as(owner, slug), "chart.create", { ...account(), code: "4010" });
  const more = { ...(await taxed({ slug, people })), ...(await discounted({ slug, people })) };
  const labelId = await labelled({ slug, people });
  return furnished({ slug, people, productId, customerNumber, ...more, labelId });
}
let shops = 0;

/** Another customer of the same business, with a like story of their own. */
export const neighbourOf = (shop: Shop): Promise<Shop> => furnished({ ...shop, customerNumber: "C-9" });

type Bare = Pick<
  Shop,
  | "slug"
  | "people"
  | "productId"
  | "customerNumber"
  | "agencyId"
  | "rateId"
  | "cityRateId"
  | "classId"
  | "groupId"
  | "labelId"
>;

async function taxed(shop: Pick<Shop, "slug" | "people">) {
  const owner = await as(shop.people.owner, shop.slug);
  const add = async <T>(what: string, input: object) =>
    (await call(owner, `taxes.${what}`, { commandKey: randomUUID(), ...input })) as T;
  const { agencyId } = await add<{ agencyId: string }>("addAgency", { name: "City of Barre" });
  const rate = async (name: string, percent: string) =>
    (await add<{ rateId: string }>("addRate", { name, agencyId, percent })).rateId;
  return { agencyId, rateId: await rate("State tax", "6"), cityRateId: await rate("City tax", "1.125") };
}

async function labelled(shop: Pick<Shop, "slug" | "people">): Promise<string> {
  const owner = await as(shop.people.owner, shop.slug);
  const added = await call(owner, "labels.add", { commandKey: randomUUID(), name: "Monthly" });
  return (added as { id: string }).id;
}

async function discounted(shop: Pick<Shop, "slug" | "people">) {
  const owner = await as(shop.people.owner, shop.slug);
  const added = await call(owner, "discounts.add", {
    commandKey: randomUUID(),
    kind: "class",
    name: "Trade",
  });
  const { id: classId } = added as { id: string };
  // That of its product.
  const { groups } = (await call(owner, "discounts.read", {})) as { groups: { id: string }[] };
  const groupId = present(groups[0], "a group of the product").id;
  const percents = [{ groupId, percent: "12.5" }];
  await call(owner, "discounts.set", { commandKey: randomUUID(), classId, percents });
  return { classId, groupId };
}

async function furnished(bare: Bare): Promise<Shop> {
  const { customerNumber } = bare;
  const books = await booksOf(bare);
  const customer = {
    number: customerNumber,
    email: "ap@greenleaf.example",
    addressLines: ["1 Elm St"],
    terms: "net-30-2-10",
  };
  const { customerId, accountId } = await books
    .customer("Greenleaf", customer)
    .invoice("100.00", "2026-01-31", { number: `A${customerNumber.slice(1)}`, memo: "Gate code 12" })
    .paid("60.00", "2026-02-10")
    .write();
  const { customerId: spareId } = await books.customer("Spare").write();
  const certificateId = await certificateOf(books, customerId);
  const shop: Shop = {
    ...bare,
    customerId,
    accountId,
    spareId,
    twinId: spareId,
    decided: { status: "good", chargingAllowed: false, limit: { kind: "none" }, ...NOTHING_DECIDED },
    version: 0,
    // Made, or made anew, by what follows and by `prepare`.
    jobId: randomUUID(),
    retainedId: randomUUID(),
    mergeId: randomUUID(),
    contactId: randomUUID(),
    locationId: randomUUID(),
    depositId: randomUUID(),
    overrideId: randomUUID(),
    requestId: randomUUID(),
    applicationId: randomUUID(),
    askedId: randomUUID(),
    buyerId: randomUUID(),
    signatureRequestId: randomUUID(),
    orderId: randomUUID(),
    spareRateId: randomUUID(),
    certificateId,
    fileId: randomUUID(),
    draftId: randomUUID(),
    scheduleId: randomUUID(),
    autopayId: randomUUID(),
    runId: randomUUID(),
    runScheduleId: randomUUID(),
    taxes: [],
    lineTaxes: [],
    statementId: "",
    standingLinkId: "",
    memberId: "",
    invitationId: "",
    auditEntryId: "",
    apiKeyId: "",
    decisionId: "",
    endpointId: "",
    questionId: "",
    brandingVersion: 0,
    commandKey: randomUUID(),
    paymentId: "",
    receiptId: "",
    earmarkId: "",
    invoiceId: "",
    creditMemoId: randomUUID(),
    spentId: "",
    itemId: 0,
    eventId: 0,
    creditId: 0,
  };
  const issue = { commandKey: shop.commandKey, customer: customerId, asOf: "2026-02-28" };
  const issued = (await call(await asMember(shop, "owner"), "statements.issue", issue)) as {
    statementId: string;
  };
  Object.assign(shop, { statementId: issued.statementId, ...(await payMore(shop)) });
  const { classId } = shop;
  const owner = await asMember(shop, "owner");
  await call(owner, "discounts.chooseForCustomer", { commandKey: randomUUID(), customerId, classId });
  const label = { commandKey: randomUUID(), labelId: shop.labelId, customerIds: [customerId], on: true };
  await call(owner, "labels.putOn", label);
  const yard = { commandKey: randomUUID(), customerId, name: "Yard", addressLines: ["2 Elm St"] };
  const { locationId } = (await call(owner, "locations.add", yard)) as { locationId: string };
  shop.locationId = locationId;
  shop.questionId = await questionOf(books, accountId);
  await invoiceAnew(shop);
  await paymentAnew(shop);
  await jobAnew(shop);
  return shop;
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

async function questionOf(books: Ledger, accountId: string): Promise<string> {
  const asked = { note: "We have 90.00", differences: [] };
  const made = await books.change((open) => askQuestion(open, { accountId, currency: "USD" }, asked));
  return made.questionId;
}

async function certificateOf(books: Ledger, id: string): Promise<string> {
  const file = {
    kind: "customer",
    id,
    name: "exempt.pdf",
    content: new TextEncoder().encode("%PDF-1.7"),
  } as const;
  return (await books.change((open) => attachFile(open, file))).attachmentId;
}

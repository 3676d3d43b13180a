// What a merge makes of terms and texts: no hold is lifted and no memo lost without a word, the preview says what will be,
// and every change stands in the history of the one that stays.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { NOTHING_DECIDED, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { cents } from "@/domain/values/money.ts";
import { changeCredit, readCreditChanges } from "../credit/credit-changes.ts";
import { readCreditAccount } from "../credit/credit-account.ts";
import { desk } from "../testing/desk.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { mergeInto, partAgain } from "../testing/merging.ts";
import { addDiscounted, chooseCustomerClass, readCustomerDiscount } from "../products/discounts.ts";
import { listChanges } from "./customer-changes.ts";
import { readProfile } from "./customer-profile.ts";
import { previewMerge } from "./merge-page.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let twin: Account;
let kept: Account;

const upTo = (amount: number): DecidedTerms["limit"] => ({ kind: "limit", limitCents: cents(amount) });
const OPEN: DecidedTerms = {
  status: "good",
  chargingAllowed: true,
  limit: upTo(500_000),
  ...NOTHING_DECIDED,
};

async function decide({ accountId, customerId }: Account, terms: DecidedTerms): Promise<void> {
  const { decided } = await business.read((books) => readCreditAccount(books, customerId));
  await business.change((books) =>
    changeCredit(books, { accountId, terms, reason: "for the test", seen: decided }),
  );
}
const decidedOf = async ({ customerId }: Account) =>
  (await business.read((books) => readCreditAccount(books, customerId))).decided;
const profileOf = ({ customerId }: Account) => business.read((books) => readProfile(books, customerId));
const preview = () =>
  business.read((books) =>
    previewMerge(books, { fromCustomerId: twin.customerId, intoCustomerId: kept.customerId }),
  );

beforeEach(async () => {
  business = await freshBusiness();
  const texts = { memo: "Never without an order number", privateNotes: "Sued us in 2019" };
  twin = await business.customer("Greenleaf Inc", { number: "C-2", terms: "net-15", ...texts }).write();
  kept = await business.customer("Greenleaf", { number: "C-1", memo: "Gate 2" }).write();
  await decide(kept, OPEN);
  await decide(twin, { ...OPEN, status: "hold", limit: upTo(100_000) });
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

test("the stricter of each counts, and both texts stay; every change says why", async () => {
  await mergeInto(business, [twin, kept]);
  expect(await decidedOf(kept)).toMatchObject({
    status: "hold",
    chargingAllowed: true,
    limit: upTo(100_000),
  });
  expect(await profileOf(kept)).toMatchObject({
    terms: "net-15",
    memo: "Gate 2\nNever without an order number",
    privateNotes: "Sued us in 2019",
  });
  const { rows } = await business.read((books) => listChanges(books, { customerId: kept.customerId }));
  expect(rows.map(({ field }) => field).sort()).toEqual([
    "Billing terms",
    "Customer",
    "Memo",
    "Merged from",
    "Private notes",
  ]);
  const [latest] = await business.read((books) => readCreditChanges(books, kept.accountId));
  expect(latest?.reason).toBe("Merged with C-2");
});

test("what is chosen otherwise counts, and the rest stays the stricter", async () => {
  await mergeInto(business, [twin, kept], {
    choices: [
      { field: "status", currency: "USD", side: "into" },
      { field: "terms", currency: null, side: "into" },
    ],
  });
  expect(await decidedOf(kept)).toMatchObject({
    status: "good",
    chargingAllowed: true,
    limit: upTo(100_000),
  });
  expect((await profileOf(kept)).terms).toBe("net-30");
});

test("the preview names each difference and the texts as they will be", async () => {
  const { from, differences, texts } = await preview();
  expect(differences).toEqual([
    { field: "terms", currency: null, side: "from", stricter: "from" },
    { field: "status", currency: "USD", side: "from", stricter: "from" },
    { field: "limit", currency: "USD", side: "from", stricter: "from" },
  ]);
  expect(texts).toEqual([
    { field: "memo", after: "Gate 2\nNever without an order number" },
    { field: "privateNotes", after: "Sued us in 2019" },
  ]);
  expect(from).toMatchObject({ terms: "net-15", decided: { USD: { status: "hold" } } });
});

const owes = (account: Account) => desk(business, account).invoice(1_00, "2026-01-10");
const holdsAfter = (days: number | null) =>
  business.change(({ tx }) => tx.execute(sql`update books.settings set hold_after_days = ${days}::int`));

test("a hold for age on the one that goes is a hold on the one that stays", async () => {
  await decide(twin, OPEN);
  await owes(twin);
  await holdsAfter(1);
  await mergeInto(business, [twin, kept]);
  expect((await decidedOf(kept)).status).toBe("hold");
});

test("a hold that somebody decided outlives one for age on the one that stays", async () => {
  await owes(kept);
  await holdsAfter(1);
  await mergeInto(business, [twin, kept]);
  await holdsAfter(null);
  expect((await decidedOf(kept)).status).toBe("hold");
});

test("texts that are too long together are refused, and nothing moves", async () => {
  const long = await business.customer("Greenleaf", { number: "C-3" }).write();
  await business.change(({ tx }) =>
    tx.execute(
      sql`update books.customers set memo = ${"x".repeat(1995)} where id = ${long.customerId}::uuid`,
    ),
  );
  await expect(mergeInto(business, [long, kept])).rejects.toMatchObject({ code: "texts-too-long" });
  expect((await profileOf(kept)).memo).toBe("Gate 2");
});

test("nothing is changed where nothing differs", async () => {
  await decide(twin, OPEN);
  const before = await profileOf(kept);
  const same = await business.customer("Greenleaf", { number: "C-3" }).write();
  await decide(same, OPEN);
  await mergeInto(business, [same, kept]);
  expect(await profileOf(kept)).toMatchObject({ version: before.version, memo: "Gate 2" });
  expect(await business.read((books) => readCreditChanges(books, kept.accountId))).toHaveLength(1);
});

test("one that was never given credit takes none away", async () => {
  const stray = await business.customer("Greenleaf", { number: "C-3", terms: "net-30" }).write();
  await mergeInto(business, [stray, kept]);
  expect(await decidedOf(kept)).toEqual(OPEN);
});

test("reversed, the one that stood apart has its own again, and the other's stay as strict as they are", async () => {
  const { mergeId } = await mergeInto(business, [twin, kept]);
  await partAgain(business, mergeId, "2026-04-01");
  expect(await decidedOf(twin)).toMatchObject({
    status: "hold",
    chargingAllowed: true,
    limit: upTo(100_000),
  });
  expect(await profileOf(twin)).toMatchObject({ terms: "net-15", memo: "Never without an order number" });
  expect((await decidedOf(kept)).status).toBe("hold");
});

test("the discount class of the one that stays stays; the other's is carried over where somebody chooses it", async () => {
  const { id: classId } = await business.change((books) =>
    addDiscounted(books, { kind: "class", name: "Trade" }),
  );
  await business.change((books) => chooseCustomerClass(books, { customerId: twin.customerId, classId }));
  const difference = { field: "discount", currency: null, side: "into", stricter: null } as const;
  const { from, into, differences } = await preview();
  expect([from.className, into.className]).toEqual(["Trade", null]);
  expect(differences).toContainEqual(difference);
  const classOf = async () =>
    (await business.read((books) => readCustomerDiscount(books, kept.customerId))).className;
  const { mergeId } = await mergeInto(business, [twin, kept]);
  expect(await classOf()).toBeNull();
  await partAgain(business, mergeId, "2026-03-02");
  await mergeInto(business, [twin, kept], {
    on: "2026-03-03",
    choices: [{ field: "discount", currency: null, side: "from" }],
  });
  expect(await classOf()).toBe("Trade");
  const { rows } = await business.read((books) => listChanges(books, { customerId: kept.customerId }));
  expect(rows).toContainEqual(
    expect.objectContaining({ field: "Discount class", before: "", after: "Trade" }),
  );
});

test("a limit that takes a second person isn't carried by a merge: it is refused, and nothing moves", async () => {
  await decide(twin, { ...OPEN, limit: upTo(900_000) });
  await business.change(({ tx }) => tx.execute(sql`update books.settings set approve_above = 500000`));
  const choices = [{ field: "limit", currency: "USD", side: "from" }] as const;
  await expect(mergeInto(business, [twin, kept], { choices })).rejects.toMatchObject({
    code: "limit-needs-approval",
  });
  expect((await decidedOf(kept)).limit).toEqual(upTo(500_000));
  await mergeInto(business, [twin, kept]);
});

// A parent's statement with its branches: what is on it, that it is kept with each account as it saw it, and what a reader
// of its link hears of any of them since.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { STATEMENT_KINDS } from "@/domain/statements/kinds.ts";
import { screenOf } from "@/domain/statements/statement-pages.ts";
import { verifyStatement } from "@/domain/statements/verify-statement.ts";
import { chooseParent } from "../customers/families.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { instant, verbsOf } from "../testing/desk.ts";
import { readChangesSince } from "./shared-account.ts";
import { listStatements } from "./statement-list.ts";
import { previewScreen } from "./statement-screen.ts";
import { issueStatement, previewStatement, readStatement } from "./statements.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
let business: Awaited<ReturnType<typeof freshBusiness>>;
let head: Account;
let north: Account;

beforeEach(async () => {
  business = await freshBusiness();
  head = await business.customer("Head Office").invoice("100.00", "2026-01-31").write();
  north = await business
    .customer("North")
    .invoice("40.00", "2026-02-10")
    .paid("15.00", "2026-02-12", { reference: "4471" })
    .write();
  const quiet = await business.customer("Quiet").write();
  for (const { customerId } of [north, quiet])
    await business.change((books) =>
      chooseParent(books, { customerId, parentId: head.customerId }, { mayLimit: true }),
    );
  await business.customer("Stranger").invoice("7.00", "2026-02-01").write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const request = (family: boolean, customer = head) => ({
  customer: customer.customerId,
  fromOn: day("2026-02-01"),
  asOf: day("2026-02-28"),
  family,
});
const preview = (family: boolean, customer = head) =>
  business.read((books) => previewStatement(books, LETTERHEAD, request(family, customer)));
const issue = (family: boolean) =>
  business.change((books) => issueStatement(books, LETTERHEAD, request(family)));
const since = (statementId: string) => business.read((books) => readChangesSince(books, statementId));

test("its branches are on it where they are asked for, who has nothing and strangers never", async () => {
  const family = await preview(true);
  expect(
    family.accounts?.map(({ name, openingCents, closingCents }) => [name, openingCents, closingCents]),
  ).toEqual([
    ["Head Office", 100_00, 100_00],
    ["North", 0, 25_00],
  ]);
  expect(family).toMatchObject({
    openingCents: 100_00,
    closingCents: 125_00,
    customer: { name: "Head Office" },
  });
  expect(await preview(false)).toMatchObject({ closingCents: 100_00 });
  expect((await preview(false)).accounts).toBeUndefined();
  expect((await preview(true, north)).accounts).toBeUndefined();
});

test("a screen shows what its paper has", async () => {
  const screen = await business.read((books) =>
    previewScreen(books, LETTERHEAD, { ...request(true), pages: { items: 1, lines: 1 } }),
  );
  expect(screen).toMatchObject({
    closingCents: 125_00,
    accounts: [{ name: "Head Office" }, { name: "North" }],
  });
  expect(screen.items?.totals.openCents).toBe(125_00);
  expect(screen.activity).toMatchObject({ of: 2, endCents: 125_00, opening: { balanceCents: 100_00 } });
});

test("issued, it is listed by what all owe, and each account is kept as it was seen", async () => {
  const { statementId, closingCents } = await issue(true);
  expect(closingCents).toBe(125_00);
  const { statement, frozen } = await business.read((books) => readStatement(books, statementId));
  expect(statement.accounts).toHaveLength(2);
  // Verified, it is whole: each account's events are named in it.
  const verified = verifyStatement(new TextEncoder().encode(frozen));
  expect(verified).toMatchObject({ kind: "checked", faults: [] });
  const { rows } = await business.read((books) => listStatements(books, { customerId: head.customerId }));
  expect(rows.map((row) => row.closingCents)).toEqual([125_00]);
  const kept = await business.read(({ tx }) =>
    tx.execute<{ closing: number }>(sql`select closing from books.statement_members order by closing`),
  );
  expect(kept.map(({ closing }) => closing)).toEqual([25_00, 100_00]);
});

test("what came after it on any of its accounts is told from what it said", async () => {
  const { statementId } = await issue(true);
  expect(await since(statementId)).toMatchObject({ saidCents: 125_00, nowCents: 125_00, count: 0 });
  await business.account(north).paid("5.00", "2026-03-04").write();
  await business.account(head).invoice("10.00", "2026-03-05").write();
  expect(await since(statementId)).toMatchObject({
    saidCents: 125_00,
    nowCents: 130_00,
    lines: [
      { amountCents: -5_00, balanceCents: 120_00 },
      { amountCents: 10_00, balanceCents: 130_00 },
    ],
  });
  const alone = await issue(false);
  expect(await since(alone.statementId)).toMatchObject({ saidCents: 100_00, nowCents: 110_00 });
});

test("in the list by closing balance, a family's stands by what all of it owes", async () => {
  const alone = await business.customer("Alone").invoice("110.00", "2026-02-01").write();
  await issue(true);
  await business.change((books) => issueStatement(books, LETTERHEAD, request(false, alone)));
  const { rows } = await business.read((books) =>
    listStatements(books, { sort: "closing", direction: "desc" }),
  );
  expect(rows.map(({ closingCents }) => closingCents)).toEqual([125_00, 110_00]);
});

test(
  "each page of its screen is the page of the whole, across its accounts, of each kind",
  { timeout: 60_000 },
  async () => {
    for (const [account, first] of [
      [head, 1],
      [north, 100],
    ] as const)
      await business.change(async (books) => {
        const verbs = verbsOf(books, account.accountId);
        for (let n = first; n < first + 45; n++) {
          const on = `2026-02-${String((n % 27) + 1).padStart(2, "0")}`;
          await verbs.invoice(10_00 + n, on, { dueOn: `2026-03-${String((n % 20) + 1).padStart(2, "0")}` });
          if (n % 7 === 0) await verbs.pay(3_00 + n, on);
          if (n % 11 === 0) await verbs.pay(9_00, on, "oldest-first");
        }
      });
    const pages = [1, 2, 3, 4].flatMap((items) => [1, 2, 4].map((lines) => ({ items, lines })));
    for (const kind of STATEMENT_KINDS)
      for (const knownAt of [null, await instant(business)]) {
        const asked = { ...request(true), kind, knownAt };
        const { whole, screens } = await business.read(async (books) => {
          const drawn = await previewStatement(books, LETTERHEAD, asked);
          const seen = [];
          for (const each of pages)
            seen.push(await previewScreen(books, LETTERHEAD, { ...asked, pages: each }));
          return { whole: drawn, screens: seen };
        });
        expect(screens).toStrictEqual(pages.map((each) => screenOf(whole, each)));
      }
  },
);

test("of a parent whose branches have nothing the screen is that of its own", async () => {
  const lone = await business.customer("Lone").invoice("5.00", "2026-02-03").write();
  const still = await business.customer("Still").write();
  await business.change((books) =>
    chooseParent(books, { customerId: still.customerId, parentId: lone.customerId }, { mayLimit: true }),
  );
  const asked = request(true, lone);
  const pages = { items: 1, lines: 1 };
  const screen = await business.read((books) => previewScreen(books, LETTERHEAD, { ...asked, pages }));
  expect(screen).toStrictEqual(screenOf(await preview(true, lone), pages));
});

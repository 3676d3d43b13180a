// Who belongs to whom: one level deep, whoever is faster, and whose limit counts follows, also through a merge.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import { chooseParent, readFamily, shareLimit } from "./families.ts";
import { mergeCustomers, reverseMerge } from "./merges.ts";

const ON = "2026-06-30";
let business: Awaited<ReturnType<typeof freshBusiness>>;
let head: Account;
let north: Account;
let south: Account;

beforeEach(async () => {
  business = await freshBusiness();
  head = await customer("Head Office", 100_00);
  north = await customer("North", 500_00);
  south = await customer("South", 500_00);
  for (const child of [north, south]) await join(child);
  await share(true);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const customer = (name: string, limit: number) =>
  business.customer(name, { limitCents: cents(limit), addressLines: ["1 Elm St"] }).write();
const join = ({ customerId }: Account, parent: Account | null = head, mayLimit = true) =>
  business.change((books) =>
    chooseParent(books, { customerId, parentId: parent?.customerId ?? null }, { mayLimit }),
  );
const share = (shares: boolean) =>
  business.change((books) => shareLimit(books, { customerId: head.customerId, shares }));
const familyOf = ({ customerId }: Account) => business.read((books) => readFamily(books, customerId));
const used = async () => {
  const rows = await business.read(({ tx }) =>
    tx.execute<{ net: number }>(sql`select net from books.shared_limits`),
  );
  return rows.map(({ net }) => net);
};

test("families are one level deep, whoever is faster", async () => {
  const outsider = await customer("Outsider", 1_00);
  await expect(join(head, outsider)).rejects.toMatchObject({ code: "has-children" });
  await expect(join(outsider, north)).rejects.toMatchObject({ code: "parent-is-child" });
  await expect(join(head, head)).rejects.toMatchObject({ code: "parent-of-itself" });
  const [a, b] = [await customer("A", 1_00), await customer("B", 1_00)];
  const both = await Promise.allSettled([join(a, b), join(b, a)]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  // Past the verbs, the key of the table says it.
  const write = business.change(({ tx }) =>
    tx.execute(
      sql`update books.customers set parent_id = ${outsider.customerId}::uuid where id = ${head.customerId}::uuid`,
    ),
  );
  await expect(write).rejects.toMatchObject({ code: "parent-is-child" });
});

test("sharing a limit and joining the family at the same moment: the child shares it", async () => {
  await share(false);
  for (let n = 0; n < 10; n++) {
    const child = await customer(`Child ${n}`, 500_00);
    await Promise.all([join(child), share(n % 2 === 0)]);
    // What counts for its account is looked at by the checks, after every test.
    expect(await familyOf(child)).toMatchObject({
      parent: { name: "Head Office" },
      sharesLimit: n % 2 === 0,
    });
  }
});

test("who may not change limits neither gives a child a parent that shares one nor takes it away", async () => {
  const child = await customer("Child", 500_00);
  await expect(join(child, head, false)).rejects.toMatchObject({
    code: "not-allowed",
    details: { permission: "limit:change" },
  });
  await expect(join(north, null, false)).rejects.toMatchObject({ code: "not-allowed" });
  await share(false);
  await join(child, head, false);
});

test("a child that is merged away leaves the family, what it owed stays used only in it; a parent isn’t merged", async () => {
  await desk(business, north).charge(40_00, "2026-06-01");
  const outsider = await customer("Outsider", 500_00);
  const merge = (from: Account, into: Account) =>
    business.change((books) =>
      mergeCustomers(books, {
        fromCustomerId: from.customerId,
        intoCustomerId: into.customerId,
        mergedOn: day(ON),
        reason: "",
      }),
    );
  await expect(merge(head, outsider)).rejects.toMatchObject({ code: "has-children" });
  await merge(north, south);
  expect(await used()).toEqual([40_00]);
  const { mergeId } = await merge(south, outsider);
  expect(await used()).toEqual([0]);
  await business.change((books) => reverseMerge(books, { mergeId, reversedOn: day(ON) }));
  const family = await familyOf(south);
  expect(family).toMatchObject({ parent: null, sharesLimit: false });
});

test("the parent’s family is told by number, and each child names its parent", async () => {
  const family = await familyOf(head);
  expect(family).toMatchObject({ parent: null, sharesLimit: true, isCut: false });
  expect(family.children.map(({ name }) => name)).toEqual(["North", "South"]);
  const child = await familyOf(north);
  expect(child).toMatchObject({ parent: { name: "Head Office" }, children: [], sharesLimit: true });
});

// A merge and its reversal beside the money: merges are reversed from the last, who was put away before stays so, and both
// profiles' histories tell of it.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { readAccount } from "../ledger/accounts.ts";
import { archiveCustomer } from "./archiving.ts";
import { listChanges } from "./customer-changes.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { mergeInto, partAgain } from "../testing/merging.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let twin: Account;
let kept: Account;
let empty: Account;

beforeEach(async () => {
  business = await freshBusiness();
  twin = await business.customer("Greenleaf Inc", { number: "C-2" }).invoice("9.00", "2026-01-05").write();
  kept = await business.customer("Greenleaf", { number: "C-1" }).invoice("7.00", "2026-01-02").write();
  empty = await business.customer("Nobody", { number: "C-9" }).write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const merge = (from = twin, into = kept, on?: string) => mergeInto(business, [from, into], { on });
const reverse = (mergeId: string) => partAgain(business, mergeId, "2026-04-01");

test("merges are reversed from the last: an account that moved on doesn't get lost on the way", async () => {
  const [euros] = await business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.accounts (customer_id, currency)
      select ${empty.customerId}::uuid, 'EUR' returning id`),
  );
  const whose = () =>
    business.read(async ({ tx }) => {
      const [row] = await tx.execute<{ number: string }>(sql`
        select c.number from books.accounts a join books.customers c on c.id = a.customer_id where a.id = ${euros?.id}::uuid`);
      return row?.number;
    });
  const third = await business.customer("Greenleaf Ltd", { number: "C-3" }).write();
  const first = await merge(empty, kept);
  const second = await merge(kept, third, "2026-03-02");
  await expect(reverse(first.mergeId)).rejects.toMatchObject({ code: "used-since" });
  expect(await whose()).toBe("C-3");
  await reverse(second.mergeId);
  expect(await whose()).toBe("C-1");
  await reverse(first.mergeId);
  expect(await whose()).toBe("C-9");
});

test("both profiles' histories say who merged them, and who undid it", async () => {
  const changesOf = ({ customerId }: Account) =>
    business.read(async (books) =>
      (await listChanges(books, { customerId })).rows.map(({ field, before, after }) => [
        field,
        before,
        after,
      ]),
    );
  const { mergeId } = await merge();
  expect((await changesOf(twin))[0]).toEqual(["Merged into", "", "C-1 Greenleaf"]);
  expect((await changesOf(kept))[0]).toEqual(["Merged from", "", "C-2 Greenleaf Inc"]);
  await reverse(mergeId);
  expect((await changesOf(twin))[0]).toEqual(["Merged into", "C-1 Greenleaf", ""]);
  expect((await changesOf(kept))[0]).toEqual(["Merged from", "C-2 Greenleaf Inc", ""]);
});

test("who was put away before stays so", async () => {
  await business.change((books) => archiveCustomer(books, empty.customerId));
  const { mergeId } = await merge(empty, kept);
  await reverse(mergeId);
  expect((await business.read((books) => readAccount(books, "C-9"))).isArchived).toBe(true);
});

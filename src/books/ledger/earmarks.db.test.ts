// Credit that is set aside: never more than is open, kept when released, and safe when many ask at once.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { addEarmark, releaseEarmark } from "./earmarks.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").paid("100.00", "2026-02-01").write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const add = (amount: number, note = "Spring order") =>
  business.change((books) =>
    addEarmark(books, { accountId: greenleaf.accountId, amountCents: cents(amount), note }),
  );
const release = (earmarkId: string) => business.change((books) => releaseEarmark(books, earmarkId));
const earmarked = async () => {
  const [row] = await business.read(({ tx }) =>
    tx.execute<{ earmarked: number }>(sql`select earmarked from books.accounts`),
  );
  return row?.earmarked;
};

test("up to the open credit and not a cent more; what is released is free again", async () => {
  const first = await add(60_00);
  await add(40_00);
  await expect(add(1)).rejects.toMatchObject({
    code: "more-than-credit",
    details: { freeCents: 0 },
  });
  expect(await earmarked()).toBe(100_00);
  expect(await release(first.earmarkId)).toEqual({ releasedCents: 60_00 });
  expect(await earmarked()).toBe(40_00);
  await add(60_00);
});

test("releasing twice, or twice at once, releases once; who did it is kept", async () => {
  const { earmarkId } = await add(60_00);
  const both = await Promise.all([release(earmarkId), release(earmarkId)]);
  expect(both.map((each) => each.releasedCents).sort((a, b) => a - b)).toEqual([0, 60_00]);
  expect(await earmarked()).toBe(0);
  const rows = await business.read(({ tx }) =>
    tx.execute(sql`select released_by, released_at is not null as gone from books.earmarks`),
  );
  expect(rows).toEqual([{ released_by: "Onaccount", gone: true }]);
});

test("many at once never set aside more than there is", async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => add(30_00)));
  expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(3);
});

test("an earmark that isn't there is not found", async () => {
  const nobodys = "00000000-0000-4000-8000-000000000000";
  await expect(release(nobodys)).rejects.toMatchObject({ code: "not-found" });
});

// An account that somebody else holds for too long: said in words, and nothing done.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";

afterAll(closePool);

test("whoever waits for the lock longer than it may take is told to try again", async () => {
  const business = await freshBusiness();
  const greenleaf = await business.customer("Greenleaf").invoice("100.00", "2026-01-31").write();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let isTaken = () => {};
  const taken = new Promise<void>((resolve) => (isTaken = resolve));
  const holder = business.change(async ({ tx }) => {
    await tx.execute(sql`select id from books.accounts where id = ${greenleaf.accountId} for no key update`);
    isTaken();
    await held;
    return null;
  });
  await taken;
  const waiter = business.change(async ({ tx }) => {
    await tx.execute(sql`set local lock_timeout = '100ms'`);
    await tx.execute(sql`select id from books.accounts where id = ${greenleaf.accountId} for no key update`);
    return null;
  });
  await expect(waiter).rejects.toMatchObject({ code: "busy" });
  letGo();
  await holder;
});

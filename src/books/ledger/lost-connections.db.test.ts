// Sessions that the server ends in the middle of a transaction, as at a restart: each fails, and none takes a place in
// the pool with it.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { awayIn } from "@/db/away.ts";
import { closePool, connect, giveBack, numberPool, take } from "@/db/client.ts";
import { transact } from "@/db/transaction.ts";
import { needed } from "@/env.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { takeEventNumbers, type Books } from "../open.ts";

afterAll(closePool);

const KILL = sql`select pg_terminate_backend(pg_backend_pid())`;

const killed = () => transact({ mode: "" }, async (tx) => ({ result: await tx.execute(KILL) }));
const POOL = 10;

test("thirty transactions on ten connections, and some of these are lost: the others are done", async () => {
  const begun = Array.from({ length: POOL }, () =>
    transact({ mode: "" }, async (tx) => ({
      result: await tx.execute(sql`select pg_sleep(0.2)`),
    })),
  );
  const waiting = Array.from({ length: 30 }, (_, n) =>
    n % 10 === 0
      ? killed()
      : transact({ mode: "" }, async (tx) => ({ result: await tx.execute(sql`select pg_sleep(0.02)`) })),
  );
  const ended = await Promise.allSettled([...begun, ...waiting]);
  const lost = ended.flatMap((each) => (each.status === "rejected" ? [awayIn(each.reason)] : []));
  expect(lost).toEqual([0, 10, 20].map(() => expect.objectContaining({ done: "nothing" })));
});

test("after more lost connections than the pool has places, it still answers", async () => {
  const business = await freshBusiness();
  for (let lost = 0; lost < 2 * POOL; lost++) await expect(killed()).rejects.toThrow("the database is away");
  const asked = Array.from({ length: 20 }, () => business.read(({ tx }) => tx.execute(sql`select 1 as n`)));
  expect((await Promise.all(asked)).map(([row]) => row?.["n"])).toEqual(asked.map(() => 1));
});

test("a read and a command whose connection is lost are done on another", async () => {
  const business = await freshBusiness();
  for (const ask of [business.read, business.change]) {
    let tries = 0;
    const work = ({ tx }: Books) => tx.execute(tries++ === 0 ? KILL : sql`select 1 as n`);
    expect([await ask(work), tries]).toEqual([[{ n: 1 }], 2]);
  }
});

test("nobody waits for a connection for ever, and the pool is as good as before", async () => {
  const one = connect(needed("DATABASE_URL"), 1, 300);
  const held = await take(one);
  const asked = transact({ mode: "", from: one }, async () => ({ result: "done" }));
  expect(awayIn(await asked.catch((why: unknown) => why))).toMatchObject({ done: "nothing", crowded: true });
  giveBack(held, false);
  expect(await transact({ mode: "", from: one }, async () => ({ result: "done" }))).toBe("done");
  await one.end();
});

test("numbers are given again after their one connection was lost", { timeout: 30_000 }, async () => {
  const business = await freshBusiness();
  const kill = transact({ mode: "", from: numberPool() }, async (tx) => ({ result: await tx.execute(KILL) }));
  await expect(kill).rejects.toThrow();
  const numbers = await business.change((books) => takeEventNumbers(books, 40));
  expect(new Set(numbers).size).toBe(40);
});

test("a failure that somebody swallowed is no success", async () => {
  const business = await freshBusiness();
  const swallowed = transact({ mode: "" }, async (tx) => {
    await tx.execute(sql`select 1 / 0`).catch(() => {});
    return { result: "done" };
  });
  await expect(swallowed).rejects.toThrow("what was done is committed");
  expect(await business.read(({ tx }) => tx.execute(sql`select 1 as n`))).toHaveLength(1);
});

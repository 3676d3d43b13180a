// The line breaks while a command is committed, and nobody can say whether it was: sent again under its key it is
// answered as it was the first time, or carried out now, and posted once in either case.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool, connect, type Pool } from "@/db/client.ts";
import { Refusal } from "@/domain/refusal.ts";
import { needed } from "@/env.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { verbsOf } from "../testing/desk.ts";
import { breakingProxy, type Breaks } from "../testing/proxy.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").invoice("100.00", "2026-01-31").write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const KEY = "the-form-that-was-sent-twice";
const pay = () =>
  business.change(
    (books) => verbsOf(books, greenleaf.accountId).pay(60_00, "2026-02-10", "oldest-first"),
    KEY,
  );

const payments = () =>
  business.read(({ tx }) =>
    tx.execute<{ eventId: number; number: string; answered: boolean; audited: number }>(sql`
      select e.number as "eventId", p.number, c.answer is not null as answered,
        (select count(*)::int from books.audit_entries a where a.command_id = c.id) as audited
      from books.events e join books.payments p on p.event_number = e.number join books.commands c on c.id = e.command_id`),
  );

/** The command over a line that breaks at its COMMIT; the pool that comes after it has a whole one. */
async function payOverBrokenLine(breaks: Breaks): Promise<unknown> {
  const proxy = await breakingProxy(needed("DATABASE_URL"), breaks);
  const here = globalThis as { onaccountPool?: Pool };
  await closePool();
  here.onaccountPool = connect(proxy.url, 1);
  const error = await pay().then(
    () => null,
    (why: unknown) => why,
  );
  expect(proxy.seen.broken).toBe(1);
  await proxy.close();
  return error;
}

test.each<[Breaks, number]>([
  ["after", 1],
  ["before", 0],
])("%s the server has heard of COMMIT", async (breaks, there) => {
  const error = await payOverBrokenLine(breaks);
  // Neither a success nor a no: whoever asked doesn't know.
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(Refusal);
  await expect.poll(async () => (await payments()).length, { timeout: 5_000 }).toBe(there);
  const before = await payments();
  const answer = await pay();
  expect(await pay()).toEqual(answer);
  const [posted, ...more] = await payments();
  expect(more).toEqual([]);
  expect(posted).toEqual({ eventId: answer.eventId, number: answer.number, answered: true, audited: 1 });
  // What was there is the answer; nothing of it was done a second time.
  if (there === 1) expect(before).toEqual([posted]);
  expect(answer).toMatchObject({ number: "P-00001", creditCents: 0 });
});

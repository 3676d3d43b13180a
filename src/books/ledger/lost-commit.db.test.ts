// The line breaks while a command is committed, and nobody can say whether it was: sent again under its key it is
// answered as it was the first time, or carried out now, and posted once in either case.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { awayIn } from "@/db/away.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool, connect, type Pool } from "@/db/client.ts";
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

/** The command over a line that breaks at its COMMIT, so many times; the pool that comes after it has a whole one. */
async function payOverBrokenLine(how: Parameters<typeof breakingProxy>[1]): Promise<unknown> {
  const proxy = await breakingProxy(needed("DATABASE_URL"), how);
  const here = globalThis as { onaccountPool?: Pool };
  await closePool();
  here.onaccountPool = connect(proxy.url, 1);
  try {
    return await pay().catch((why: unknown) => why);
  } finally {
    expect(proxy.seen.broken).toBeGreaterThan(0);
    await proxy.close();
    await closePool();
  }
}

const posted = async (answer: Awaited<ReturnType<typeof pay>>) => {
  const { eventId, number } = answer;
  expect(answer).toMatchObject({ number: "P-00001", creditCents: 0 });
  expect(await payments()).toEqual([{ eventId, number, answered: true, audited: 1 }]);
};

test.each<Breaks>(["after", "before"])(
  "a line that breaks once, %s the server has heard of COMMIT, is heard of by nobody",
  async (breaks) => {
    const answer = await payOverBrokenLine({ breaks, times: 1 });
    expect(await pay()).toEqual(answer);
    await posted(answer as Awaited<ReturnType<typeof pay>>);
  },
);

test.each<[Breaks, number]>([
  ["after", 1],
  ["before", 0],
])("a line that stays broken %s the server has heard of COMMIT", async (breaks, there) => {
  const error = await payOverBrokenLine({ breaks });
  // Neither a success nor a no: whoever asked doesn't know.
  expect(awayIn(error)).toMatchObject({ done: "unknown" });
  await expect.poll(async () => (await payments()).length, { timeout: 5_000 }).toBe(there);
  const before = await payments();
  const answer = await pay();
  expect(await pay()).toEqual(answer);
  await posted(answer);
  // What was there is the answer; nothing of it was done a second time.
  if (there === 1) expect(await payments()).toEqual(before);
});

test("where no connection can be had afterwards, it stays unknown", async () => {
  const error = await payOverBrokenLine({ breaks: "after", deaf: true });
  expect(awayIn(error)).toMatchObject({ done: "unknown" });
  await posted(await pay());
});

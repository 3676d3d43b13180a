// How fast a till is answered: credit decisions at the verb, over a thousand accounts at a steady rate and on one account by
// many clients, beside a bare UPDATE of the same row in pgbench, with the guards off.
import { sql } from "drizzle-orm";
import { decideCredit } from "@/books/receipts/credit-decisions.ts";
import { freshBusiness, type Ledger } from "@/books/story/ledger-dsl.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewDecision } from "@/domain/receipts/credit-decision.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { hasPgbench, keepWork, pgbench, pgbenchAt } from "./floor.ts";
import { closedLoop, openLoop, rowOf } from "./load.ts";
import { addAccounts, asOwner, tenantOf } from "./stock.ts";
import { round, type Part } from "./table.ts";

const [ACCOUNTS, CLIENTS, EACH] = [1_000, 16, 300] as const;
const RATE = { perSecond: 200, seconds: 15 };

export async function benchDecisions(): Promise<Part> {
  if (!hasPgbench()) throw new Error("pgbench is not on this machine");
  const { accounts, customers, ...ledger } = await makeTills();
  const ask = (nth: number) => decide(ledger, present(customers[nth % ACCOUNTS], "a customer"));
  const askHot = () => decide(ledger, present(customers[0], "a customer"));
  for (let nth = 0; nth < 400; nth++) await ask(nth);
  await analyzeTills();
  // Before anything counts: every connection has its statements prepared.
  await closedLoop("warm", ask, { clients: CLIENTS, seconds: 3 });
  const steady = await openLoop("decisions over 1,000 accounts", ask, RATE);
  const spread = await closedLoop("decisions over 1,000 accounts", ask, { clients: CLIENTS, seconds: 6 });
  const hot = await closedLoop("decisions on one account", askHot, { clients: CLIENTS, seconds: 6 });
  const floor = await floorsOf(ledger, accounts);
  const beside = (row: Part["rows"][number], bare: number | null) => ({
    ...row,
    "bare UPDATE": bare === null ? "" : round(bare, 0),
    ratio: bare === null ? "" : round(Number(row["a second"]) / bare),
  });
  return {
    name: "decisions",
    says: "credit decisions at the verb, each a command with its audit row; p99 below 10 ms at 200 a second over 1,000 accounts",
    rows: [beside(steady, null), floor.steady, beside(spread, floor.spread), beside(hot, floor.hot)],
  };
}

/** Over a thousand accounts, each with a limit that is never reached. */
export async function makeTills(): Promise<Fresh & { accounts: string[]; customers: string[] }> {
  const ledger = await freshBusiness();
  const accounts = await addAccounts(ledger, ACCOUNTS);
  await ledger.change(({ tx }) =>
    tx.execute(sql`update books.accounts set unlimited = false, limit_cents = 100000000`),
  );
  return { ...ledger, accounts, customers: await customersOf(ledger) };
}

/** As the planner finds a business that has tills. */
export const analyzeTills = () =>
  asOwner(
    (owner) => owner`analyze books.accounts, books.customers, books.reservations, books.credit_decisions`,
  );

async function customersOf(ledger: Ledger): Promise<string[]> {
  const rows = await ledger.read(({ tx }) =>
    tx.execute<{ id: string }>(sql`select customer_id as id from books.accounts order by id`),
  );
  return rows.map((row) => row.id);
}

const decide = (ledger: Ledger, customer: string) =>
  ledger.change((books) =>
    decideCredit(books, inputOf(NewDecision, { customer, amountCents: cents(1_00), expiresInSeconds: 900 })),
  );

type Fresh = Awaited<ReturnType<typeof freshBusiness>>;

/** Updates per second of rows of so many accounts, by as many clients. */
async function floorsOf(ledger: Fresh, accounts: readonly string[]) {
  const work = accounts.map((accountId) => ({ accountId, items: [0, 0] as const }));
  const { slug, ownerId } = ledger;
  const stock = { ledger, slug, ownerId, tenant: await tenantOf(ledger), work };
  await keepWork(stock);
  const script = (last: number) => `
\\set w random(0, ${last})
begin;
set local onaccount.org_id = 'ORG';
update books.accounts a set head_at = clock_timestamp() from bench.work w where w.id = :w and a.id = w.account_id and a.open_items - a.open_credit + a.reserved + 100 <= a.limit_cents;
commit;
`;
  const run = { from: 1, clients: CLIENTS, each: EACH };
  const taken = await pgbenchAt(stock, script(ACCOUNTS - 1), { ...RATE, clients: CLIENTS });
  return {
    steady: {
      ...rowOf(`the bare UPDATE, sent ${RATE.perSecond} a second`, taken, RATE.seconds),
      "bare UPDATE": "",
      ratio: "",
    },
    spread: await pgbench(stock, script(ACCOUNTS - 1))(run),
    hot: await pgbench(stock, script(0))(run),
  };
}

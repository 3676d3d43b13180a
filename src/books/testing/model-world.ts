// A business whose history is lived in the books and in the model: three accounts: one that shares its limit
// with its child, which has none of its own, and one with a lower limit. Each has a job, two of them with limits.
import { sql } from "drizzle-orm";
import { addDays, day, type Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { chooseParent, shareLimit } from "../customers/families.ts";
import { createJob } from "../jobs/jobs.ts";
import { freshBusiness, type Account, type Ledger } from "../story/ledger-dsl.ts";
import { SPAN } from "./model-plan.ts";
import { twoAgencies } from "./credits.ts";
import type { Model } from "./model.ts";

export const TODAY = day("2026-06-30");
export const START = addDays(TODAY, -SPAN);

/** How often each command was carried out or refused, over all worlds. */
export type Tally = Map<string, number>;

export type World = {
  business: Ledger & { slug: string; ownerId: string };
  accounts: readonly Account[];
  /** Their ids. */
  jobs: readonly string[];
  model: Model;
  /** The database's clock after each step. */
  instants: string[];
  transfers: number[][];
  tally: Tally;
};

const LIMITS = [500_00, 250_00, null] as const;
const JOBS = [
  { who: 0, limit: 300_00 },
  { who: 1, limit: null },
  { who: 2, limit: 200_00 },
] as const;
const NAMES = ["Ash", "Birch", "Cedar"];

export async function newWorld(tally: Tally): Promise<World> {
  const business = await freshBusiness({ today: TODAY, startOn: START });
  const accounts: Account[] = [];
  for (const [who, limit] of LIMITS.entries())
    accounts.push(
      await business
        .customer(NAMES[who] ?? "", {
          addressLines: [`${who + 1} Elm St`],
          ...(limit !== null && { limitCents: cents(limit) }),
        })
        .write(),
    );
  const bare = accounts[2]?.accountId ?? "";
  await business.change(({ tx }) =>
    tx.execute(sql`update books.accounts set charging_allowed = true where id = ${bare}::uuid`),
  );
  await twoAgencies(business, "6.875", "1.5");
  const idOf = (who: number) => accounts[who]?.customerId ?? "";
  const office = { members: [], mayLimit: true };
  const jobs: string[] = [];
  for (const { who, limit } of JOBS) {
    const job = { customerId: idOf(who), name: "Patio", limitCents: limit === null ? null : cents(limit) };
    jobs.push((await business.change((books) => createJob(books, inputOf(NewJob, job), office))).jobId);
  }
  await business.change((books) => chooseParent(books, { customerId: idOf(2), parentId: idOf(0) }, office));
  await business.change((books) => shareLimit(books, { customerId: idOf(0), shares: true }));
  const model: Model = {
    facts: [],
    earmarks: [],
    overrides: [],
    reservations: [],
    closed: new Set<Day>(),
    files: [],
    brought: [],
    jobs: JOBS,
    billedOn: new Map(),
    deposits: [],
    parents: [null, null, 0],
    shares: [true, false, false],
    limits: LIMITS,
    start: START,
    today: TODAY,
  };
  return { business, accounts, jobs, model, instants: [], transfers: [], tally };
}

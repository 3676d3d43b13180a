// A business whose history is lived in the books and in the model: three accounts, one of them open for credit.
import { addDays, day, type Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, type Account, type Ledger } from "../story/ledger-dsl.ts";
import { SPAN } from "./model-plan.ts";
import type { Model } from "./model.ts";

export const TODAY = day("2026-06-30");
export const START = addDays(TODAY, -SPAN);

/** How often each command was carried out or refused, over all worlds. */
export type Tally = Map<string, number>;

export type World = {
  business: Ledger;
  accounts: readonly Account[];
  model: Model;
  /** The database's clock after each step. */
  instants: string[];
  transfers: number[][];
  tally: Tally;
};

const LIMIT = 500_00;

export async function newWorld(tally: Tally): Promise<World> {
  const business = await freshBusiness({ today: TODAY, startOn: START });
  const accounts = [
    await business.customer("Ash", { limitCents: cents(LIMIT), addressLines: ["1 Elm St"] }).write(),
    await business.customer("Birch").write(),
    await business.customer("Cedar").write(),
  ];
  const model: Model = {
    facts: [],
    earmarks: [],
    overrides: [],
    closed: new Set<Day>(),
    files: [],
    brought: [],
    limits: [LIMIT, null, null],
    start: START,
    today: TODAY,
  };
  return { business, accounts, model, instants: [], transfers: [], tally };
}

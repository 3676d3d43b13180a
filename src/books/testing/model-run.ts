// Lives a random history twice, in the books and in the model, and holds every figure of both against each other
// after each step.
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { cents } from "@/domain/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { freshBusiness } from "../ledger-dsl.ts";
import { alike, No, numbered, type Command, type Decided } from "./model-command.ts";
import { compareAfter, compareAll, same, START, TODAY, told, type World } from "./model-compare.ts";
import { carryOut, idsOf, type Answer } from "./model-desk.ts";
import { plan, steps, type Step } from "./model-plan.ts";
import { decide } from "./model-rules.ts";
import type { Model } from "./model.ts";

type Outcome = { command: Command; answer: Answer | null; refused: string | null };

/** How often each command was carried out or refused, over all worlds. */
export type Tally = Map<string, number>;

/** One world of `length` steps; throws at the first difference. */
export async function liveTwice(history: readonly Step[], tally: Tally): Promise<void> {
  const business = await freshBusiness({ today: TODAY, startOn: START });
  const limited = { limitCents: cents(500_00), addressLines: ["1 Elm St"] };
  const accounts = [];
  for (const [name, details] of [
    ["Ash", limited],
    ["Birch", {}],
    ["Cedar", {}],
  ] as const)
    accounts.push(await business.customer(name, details).write());
  const model: Model = { facts: [], earmarks: [], limits: [500_00, null, null], start: START, today: TODAY };
  const world: World = { business, accounts, model, instants: [], transfers: [], tally };
  for (let n = 0; n < history.length; n++) {
    const first = history[n] as Step;
    const second = first.paired ? history[n + 1] : undefined;
    if (second) n++;
    await oneStep(world, second ? [first, second] : [first]);
  }
  await compareAll(world);
}

async function oneStep(world: World, together: readonly Step[]): Promise<void> {
  const { model, transfers, tally } = world;
  const commands = together.map((step) => plan(model, step, transfers));
  const outcomes = await Promise.all(
    commands.map((command, n) => send(world, command, together[n]?.again ?? false)),
  );
  for (const { command, refused } of outcomes) {
    const name = refused === null ? command.do : `${command.do}: ${refused}`;
    tally.set(name, (tally.get(name) ?? 0) + 1);
  }
  follow(world, await inOrder(world, outcomes));
  await compareAfter(world, commands, together[0] as Step);
}

async function send({ business, accounts }: World, command: Command, again: boolean): Promise<Outcome> {
  const key = randomUUID();
  const carry = () => business.change((books) => carryOut(books, accounts, command), key);
  try {
    const answer = await carry();
    if (again) same("the answer to a command that came twice", await carry(), answer);
    return { command, answer, refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { command, answer: null, refused: error.code };
  }
}

/** Two commands at once come out as if one had been first; which, the order of their events says. */
async function inOrder({ business }: World, outcomes: Outcome[]): Promise<Outcome[][]> {
  const [a, b] = outcomes;
  if (!a || !b) return [outcomes];
  const [one, two] = [idsOf(a.answer)[0], idsOf(b.answer)[0]];
  if (one === undefined || two === undefined)
    return [
      [a, b],
      [b, a],
    ];
  const rows = await business.read(({ tx }) =>
    tx.execute<{ number: number }>(
      sql`select number from books.events where number in (${one}, ${two}) order by recorded_at`,
    ),
  );
  return [rows[0]?.number === two ? [b, a] : [a, b]];
}

function follow(world: World, orders: readonly Outcome[][]): void {
  const differences: string[] = [];
  for (const order of orders) {
    const trial: World = {
      ...world,
      model: {
        ...world.model,
        facts: [...world.model.facts],
        earmarks: world.model.earmarks.map((each) => ({ ...each })),
      },
      transfers: [...world.transfers],
    };
    const difference = order.map((outcome) => apply(trial, outcome)).find((each) => each !== null);
    if (!difference) {
      Object.assign(world.model, trial.model);
      world.transfers = trial.transfers;
      return;
    }
    differences.push(difference);
  }
  throw new Error(`books and model part ways:\n${differences.join("\nor, in the other order,\n")}`);
}

/** Lets the model do what the books did; says where they differ. */
function apply({ model, instants, transfers }: World, { command, answer, refused }: Outcome): string | null {
  let decided: Decided;
  try {
    decided = decide(model, command);
  } catch (error) {
    if (!(error instanceof No)) throw error;
    return refused !== null && alike(refused, error.code)
      ? null
      : `${told(command)}: the model says "${error.code}", the books "${refused ?? "done"}"`;
  }
  if (refused !== null || answer === null)
    return `${told(command)}: the model does it, the books say "${refused}"`;
  const ids = idsOf(answer);
  if (ids.length !== decided.drafts.length)
    return `${told(command)}: the model makes ${decided.drafts.length} events, the books ${ids.length}`;
  const released = [...(answer.releasedEarmarks ?? [])].sort();
  if (!isDeepStrictEqual(released, [...decided.released].sort()))
    return `${told(command)}: earmarks ${told(released)} gave way, in the model ${told(decided.released)}`;
  const applied = answer.applied?.map((each) => [each.itemId, each.amountCents]);
  const uses = decided.uses?.map((use) => [use.itemId, use.amount]);
  if (command.do === "pay" && !isDeepStrictEqual(applied, uses))
    return `${told(command)}: settles ${told(applied)}, in the model ${told(uses)}`;
  model.facts.push(
    ...numbered(decided.drafts, ids, {
      step: instants.length,
      document: answer.invoiceId ?? "",
      label: answer.number ?? "",
    }),
  );
  if (command.do === "transfer" && ids.length > 0) transfers.push(ids);
  return null;
}

export const WORLD = 60;

/** `commands` in worlds of sixty, from `seed` on, `lanes` of them side by side. Throws with the line that replays it. */
export async function liveMany({
  commands,
  seed,
  lanes,
  shrink = false,
}: {
  commands: number;
  seed: number;
  lanes: number;
  shrink?: boolean;
}): Promise<Tally> {
  const tally: Tally = new Map();
  const worlds = Math.ceil(commands / WORLD);
  let next = 0;
  const lane = async () => {
    while (next < worlds) {
      const own = seed + next++;
      const property = fc.asyncProperty(steps(WORLD), (history) => liveTwice(history, tally));
      await fc.assert(property, { seed: own, numRuns: 1, endOnFailure: !shrink }).catch((error: unknown) => {
        next = worlds;
        throw new Error(`replay: npm run books:model -- --commands ${WORLD} --seed ${own}`, { cause: error });
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return tally;
}

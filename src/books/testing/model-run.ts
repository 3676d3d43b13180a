// Lives a random history twice, in the books and in the model, and holds every figure of both against each other
// after each step.
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { Refusal } from "@/domain/refusal.ts";
import { alike, No, numbered, type Command, type Decided } from "./model-command.ts";
import { instant } from "./desk.ts";
import { compareAfter, compareAll, same, told } from "./model-compare.ts";
import { idsOf, type Answer } from "./model-answer.ts";
import { carryOut } from "./model-desk.ts";
import { periodOf } from "./model-months.ts";
import { plan, steps } from "./model-plan.ts";
import { rivals } from "./model-rivals.ts";
import { decide } from "./model-rules.ts";
import type { Step } from "./model-step.ts";
import { keepAtTheTill } from "./model-till.ts";
import { newWorld, type Tally, type World } from "./model-world.ts";
import { copyOf, type Model } from "./model.ts";

type Outcome = { command: Command; answer: Answer | null; refused: string | null };

/** One world of `length` steps, in both; throws at the first difference. */
export async function liveTwice(history: readonly Step[], tally: Tally): Promise<void> {
  const world = await newWorld(tally);
  await live(world, history);
  await compareAll(world);
}

/** Goes on in a world. The model follows in any case, so that commands make sense; its figures may be left for later. */
export async function live(world: World, history: readonly Step[], { comparing = true } = {}): Promise<void> {
  for (let n = 0; n < history.length; n++) {
    const first = history[n] as Step;
    const next = first.paired ? history[n + 1] : undefined;
    if (next) n++;
    const together = next ? rivals(first, next) : [first];
    const commands = await oneStep(world, together);
    if (comparing) await compareAfter(world, commands, first);
    else world.instants.push(await instant(world.business));
  }
}

async function oneStep(world: World, together: readonly Step[]): Promise<readonly Command[]> {
  const { model, transfers, tally } = world;
  const commands = together.map((step) => plan(model, step, transfers));
  const outcomes = await Promise.all(
    commands.map((command, n) => send(world, command, together[n]?.again ?? false)),
  );
  for (const { command, answer, refused } of outcomes) {
    const what = "override" in command && command.override ? "charge by override" : command.do;
    const said = answer?.approved === false ? `${what}: no` : what;
    const name = refused === null ? said : `${what}: ${refused}`;
    tally.set(name, (tally.get(name) ?? 0) + 1);
  }
  const posted = await postedBy(world, outcomes);
  follow(world, inOrder(outcomes, posted), posted);
  return commands;
}

async function send({ business, ...world }: World, command: Command, again: boolean): Promise<Outcome> {
  const key = randomUUID();
  const carry = () => business.change((books) => carryOut(books, world, command), key);
  try {
    const answer = await carry();
    if (again) same("the answer to a command that came twice", await carry(), answer);
    return { command, answer, refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { command, answer: null, refused: error.code };
  }
}

/** An event as the books hold it. */
type Posted = { number: number; account: string; seq: number; period: string };

async function postedBy({ business }: World, outcomes: readonly Outcome[]): Promise<readonly Posted[]> {
  const ids = outcomes.flatMap(({ answer }) => idsOf(answer));
  if (ids.length === 0) return [];
  return business.read(({ tx }) =>
    tx.execute<Posted>(sql`
      select number, account_id as account, seq, period from books.events
      where number = any (${sql.param(ids)}::bigint[]) order by seq`),
  );
}

/** Two commands at once come out as if one had been first; which, the chain of an account that both are on says. */
function inOrder(outcomes: Outcome[], posted: readonly Posted[]): Outcome[][] {
  const [a, b] = outcomes;
  if (!a || !b) return [outcomes];
  const [ofA, ofB] = [a, b].map(({ answer }) => {
    const ids = new Set(idsOf(answer));
    return posted.filter((event) => ids.has(event.number));
  });
  const shared = ofA?.find((event) => ofB?.some((other) => other.account === event.account));
  const other = ofB?.find((event) => event.account === shared?.account);
  if (!shared || !other)
    return [
      [a, b],
      [b, a],
    ];
  return [shared.seq < other.seq ? [a, b] : [b, a]];
}

/** Its month was closed between its choice of the month and its posting, or it came to less than was seen: it did nothing, and may be sent again. */
const changedMeanwhile = ({ refused, command: own }: Outcome, together: readonly Outcome[]): boolean =>
  (refused === "period-closed" && together.some(({ command }) => command.do === "close")) ||
  (refused === "changed-meanwhile" && own.do === "credit" && together.length > 1);

function follow(world: World, orders: readonly Outcome[][], posted: readonly Posted[]): void {
  const differences: string[] = [];
  for (const order of orders) {
    const trial: World = {
      ...world,
      model: copyOf(world.model),
      transfers: [...world.transfers],
    };
    const difference = order
      .map((outcome) => (changedMeanwhile(outcome, order) ? null : apply(trial, outcome, posted)))
      .find((each) => each !== null);
    if (!difference) {
      Object.assign(world.model, trial.model);
      world.transfers = trial.transfers;
      return;
    }
    differences.push(difference);
  }
  const together = (orders[0] ?? []).map(
    ({ command, refused }) => `\n${told(command)}: ${refused ?? "done"}`,
  );
  throw new Error(
    `books and model part ways:\n${differences.join("\nor, in the other order,\n")}\nAt once:${together.join("")}`,
  );
}

/** Lets the model do what the books did; says where they differ. */
function apply(
  { model, instants, transfers }: World,
  { command, answer, refused }: Outcome,
  posted: readonly Posted[],
): string | null {
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
    return `${told(command)}: earmarks ${told(released)} released, in the model ${told(decided.released)}`;
  const applied = answer.applied?.map((each) => [each.itemId, each.amountCents]);
  const uses = decided.uses?.map((use) => [use.itemId, use.amount]);
  if (["pay", "split", "early"].includes(command.do) && !isDeepStrictEqual(applied, uses))
    return `${told(command)}: settles ${told(applied)}, in the model ${told(uses)}`;
  if (
    decided.closing &&
    !isDeepStrictEqual({ changed: answer.changed, events: answer.events }, decided.closing)
  )
    return `${told(command)}: ${told(answer)}, in the model ${told(decided.closing)}`;
  const facts = numbered(decided.drafts, ids, {
    step: instants.length,
    document: answer.invoiceId ?? "",
    label: answer.number ?? "",
    periodOf: (on) => periodOf(model, on),
  });
  const strayed = facts.find(({ number, period }) =>
    posted.some((event) => event.number === number && event.period !== period),
  );
  if (strayed) return `${told(command)}: ${told(posted)} in another month than ${told(strayed)}`;
  model.facts.push(...facts);
  keep(model, command, answer);
  if (command.do === "reserve" || command.do === "capture" || command.do === "letGo") {
    const otherwise = keepAtTheTill(model, command, answer.decisionId, answer.approved ?? false);
    if (otherwise !== null) return `${told(command)}: ${otherwise}`;
  }
  if (command.do === "transfer" && ids.length > 0) transfers.push(ids);
  return null;
}

/** What a command leaves behind beside its events. */
function keep(model: Model, command: Command, answer: Answer): void {
  if (command.do === "approve" && answer.overrideId) {
    const { who, amount, expired } = command;
    model.overrides.push({ id: answer.overrideId, who, amount, expired, usedBy: null });
  }
  const used = model.overrides.find((each) => command.do === "charge" && each.id === command.override);
  if (used) used.usedBy = answer.eventId ?? null;
  if (command.do === "deposit")
    model.deposits.push({
      id: answer.depositId ?? "",
      on: command.on,
      payments: command.payments,
      undone: false,
    });
  const undone = model.deposits.find((each) => command.do === "undeposit" && each.id === command.deposit);
  if (undone) undone.undone = true;
  if ("job" in command && command.job !== undefined) model.billedOn.set(answer.invoiceId ?? "", command.job);
  if (command.do === "bulk") {
    model.files = [...model.files, command.file];
    model.brought = [...model.brought, ...command.rows.map((row) => row.number)];
  }
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

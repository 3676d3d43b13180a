// What the model does with commands on what earlier events left behind: reversals, returned payments, transfers.
import type { Day } from "@/domain/values/day.ts";
import {
  draft,
  makeRoom,
  No,
  doesNotFit,
  shifted,
  type Command,
  type Decided,
  type Draft,
} from "./model-command.ts";
import { feeOf, returned, withDebtsPaid } from "./model-returned.ts";
import {
  allOf,
  heldBack,
  lostOf,
  openCredits,
  openItems,
  standsOf,
  total,
  type Fact,
  type Held,
  type Loss,
  type Model,
  type Use,
} from "./model.ts";

export const opposite = <Row extends { amount: number }>(row: Row): Row => ({ ...row, amount: -row.amount });
export const isDeposited = (model: Model, payment: number): boolean =>
  model.deposits.some((each) => !each.undone && each.payments.includes(payment));
export const givenUp = (model: Model, uses: readonly Use[]) =>
  uses.some((use) =>
    model.facts.some(
      (fact) => fact.number === use.creditId && (fact.kind === "write-off" || fact.kind === "discount"),
    ),
  );

/** Per pair of credit and item, what stands. */
export function standingOf(facts: readonly Fact[], which: (use: Use) => boolean): Use[] {
  const pairs = new Map<string, Use>();
  for (const use of facts.flatMap((fact) => fact.uses).filter(which)) {
    const key = `${use.creditId}.${use.itemId}`;
    pairs.set(key, { ...use, amount: (pairs.get(key)?.amount ?? 0) + use.amount });
  }
  return [...pairs.values()].filter((use) => use.amount !== 0);
}

/** Commands on what an event left behind. */
export function lateDraftsOf(
  model: Model,
  command: Extract<Command, { do: "reverse" | "bounce" | "transfer" | "transferBack" }>,
): Decided {
  const { on } = command;
  const find = (number: number) => model.facts.find((fact) => fact.number === number);
  const withRoom = (drafts: Draft[]): Decided => {
    const accounts = [...new Set(drafts.map((each) => each.who))];
    return {
      drafts,
      released: accounts.flatMap((account) => makeRoom(model, account, creditAfter(model, account, drafts))),
    };
  };
  if (command.do === "transfer") return withRoom(transferred(model, command));
  if (command.do === "transferBack") {
    const facts = command.events.flatMap((number) => find(number) ?? []).sort((a, b) => b.number - a.number);
    if (facts.length !== command.events.length) throw new No("not-found");
    const gone = new Set<string>();
    return withRoom(
      withDebtsPaid(
        model,
        facts.map((fact) => onlyOnce(mirrored(model, fact, on), gone)),
      ),
    );
  }
  const fact = find(command.event);
  if (!fact || (command.do === "bounce" && fact.kind !== "payment")) throw new No("not-found");
  if (fact.kind === "transfer-out" || fact.kind === "transfer-in") throw new No("reversed-in-pairs");
  const one = (part: Fact): Draft[] => [
    ...(command.do === "reverse"
      ? withDebtsPaid(model, [mirrored(model, part, on)])
      : returned(model, part, fact.split ? { who: part.who, on } : command)),
    ...keptWith(model, part).map((discount) => mirrored(model, discount, on)),
  ];
  return withRoom(wholeCheck(model, fact, command, one));
}

/** What was kept for paying early goes with the payment, the last first. */
const keptWith = (model: Model, { number }: Fact): Fact[] =>
  model.facts.filter((fact) => fact.keptWith === number && standsOf(model, fact)).reverse();

/** What undoes one part of a check undoes all, that part first; the bank's fee is charged to who wrote it. */
function wholeCheck(
  model: Model,
  fact: Fact,
  command: Extract<Command, { do: "reverse" | "bounce" }>,
  one: (part: Fact) => Draft[],
): Draft[] {
  const { split } = fact;
  if (!split) return one(fact);
  const others = model.facts.filter((each) => each.split?.check === split.check && each !== fact);
  const made: Draft[] = [];
  for (const part of [fact, ...others.sort((a, b) => a.number - b.number)])
    made.push(...shifted(one(part), made.length));
  if (command.do === "bounce" && command.fee)
    made.push(feeOf({ who: split.payer, on: command.on }, command.fee));
  return made;
}

function creditAfter(model: Model, who: number, drafts: readonly Draft[]): number {
  const facts = [
    ...allOf(model, who),
    ...drafts
      .filter((each) => each.who === who)
      .map((each, n) => ({ ...each, number: -1 - n, step: 0, period: each.on })),
  ];
  return Math.max(0, total(openCredits(facts).map((each) => each.open)));
}

/** What a credit settled of an item that goes back with it is un-applied with the first of the two. */
function onlyOnce(made: Draft, gone: Set<string>): Draft {
  const pairOf = ({ creditId, itemId }: Use) => `${creditId}.${itemId}`;
  const uses = made.uses.filter((use) => !gone.has(pairOf(use)));
  for (const use of uses) gone.add(pairOf(use));
  return { ...made, uses };
}

function mirrored(model: Model, fact: Fact, on: Day): Draft {
  const facts = allOf(model, fact.who);
  if (fact.reverses !== null) throw new No("reversal-is-final");
  if (model.facts.some((each) => each.reverses === fact.number)) throw new No("reversed-before");
  if (fact.bill && model.facts.some((each) => each.taken?.invoice === fact.bill?.id && standsOf(model, each)))
    throw new No("credited-since");
  if (fact.kind === "deposit") throw new No("deposit-whole");
  if (isDeposited(model, fact.number)) throw new No("deposited-since");
  const side = fact.item ? "itemId" : fact.credit === null ? null : "creditId";
  const standing = side ? standingOf(facts, (use) => use[side] === fact.number) : [];
  const stands = (use: Use) =>
    total(
      standingOf(facts, (each) => each.creditId === use.creditId && each.itemId === use.itemId).map(
        (each) => each.amount,
      ),
    );
  const usedSince = side
    ? lostOf(facts, side, fact.number) !== 0
    : fact.uses.some((use) => use.amount > 0 && stands(use) < use.amount);
  if (usedSince || (fact.item && givenUp(model, standing))) throw new No("used-since");
  if (on < fact.on) throw doesNotFit();
  const whole: Loss[] = side ? [{ [side]: fact.number, amount: fact.item?.amount ?? fact.credit ?? 0 }] : [];
  return draft(
    "reversal",
    { who: fact.who, on },
    {
      reverses: fact.number,
      uses: (side ? standing : fact.uses).map(opposite),
      losses: [...fact.losses.map(opposite), ...whole],
      held: fact.held.map(opposite),
      undeposited: -fact.undeposited,
      tax: fact.tax.map((each) => -each),
    },
  );
}

function transferred(model: Model, { who, to, on }: Extract<Command, { do: "transfer" }>): Draft[] {
  if (who === to) throw new No("not-found");
  const facts = allOf(model, who);
  const [items, credits] = [openItems(facts), openCredits(facts)];
  if ([...items, ...credits].some((each) => each.on > on)) throw doesNotFit();
  const held: Held[] = [...heldBack(facts)].map(([line, amount]) => ({ line, amount }));
  const [out, into] = [
    { who, on },
    { who: to, on },
  ];
  return [
    ...items.flatMap(({ id, open, due, document, job }) => [
      draft("transfer-out", out, { losses: [{ itemId: id, amount: open }] }),
      draft("transfer-in", into, { item: { amount: open, due, document, job } }),
    ]),
    ...credits.flatMap(({ id, open }) => [
      draft("transfer-out", out, { losses: [{ creditId: id, amount: open }] }),
      draft("transfer-in", into, { credit: open }),
    ]),
    ...(held.length > 0
      ? [draft("transfer-out", out, { held: held.map(opposite) }), draft("transfer-in", into, { held })]
      : []),
  ];
}

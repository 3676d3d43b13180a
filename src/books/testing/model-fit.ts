// The one rule under all the others: on every day, nothing is used before it is there, nor more of it than there is,
// and what is set aside is covered.
import { monthOf } from "@/domain/values/day.ts";
import { numbered, doesNotFit, type Draft } from "./model-command.ts";
import { allOf, compare, earmarked, openCredits, total, type Fact, type Model, type Side } from "./model.ts";

type Change = { on: string; amount: number };

/** Throws No when the books with these events could not be. */
export function fits(model: Model, drafts: readonly Draft[]): void {
  const made = numbered(
    drafts,
    drafts.map((_, at) => 1e9 + at),
    { step: 0, document: "new", label: "", periodOf: monthOf },
  );
  for (const who of new Set([...made.map((fact) => fact.who)])) {
    const theirs = made.filter((fact) => fact.who === who);
    const facts = [...allOf(model, who), ...theirs];
    for (const side of ["itemId", "creditId"] as const) sideFits(facts, theirs, side);
    for (const line of new Set(theirs.flatMap((fact) => fact.held.map((row) => row.line))))
      if (lowest(changes(facts, (fact) => fact.held.filter((row) => row.line === line))) < 0)
        throw doesNotFit();
  }
  for (const who of model.limits.keys()) {
    const facts = [...allOf(model, who), ...made.filter((fact) => fact.who === who)];
    if (earmarked(model, who) > total(openCredits(facts).map((each) => each.open))) throw doesNotFit();
  }
}

function sideFits(facts: readonly Fact[], made: readonly Fact[], side: Side): void {
  const touched = made.flatMap((fact) => [...fact.uses, ...fact.losses].flatMap((use) => use[side] ?? []));
  for (const id of new Set(touched)) {
    const source = facts.find((fact) => fact.number === id);
    const size = (side === "itemId" ? source?.item?.amount : source?.credit) ?? 0;
    const used = changes(facts, (fact) => [...fact.uses, ...fact.losses].filter((use) => use[side] === id));
    const applied = changes(facts, (fact) => fact.uses.filter((use) => use[side] === id));
    const early = used.some((change) => change.on < (source?.on ?? ""));
    if (
      early ||
      lowest(used) < 0 ||
      total(applied.map((each) => each.amount)) < 0 ||
      -lowest(used.map((each) => ({ ...each, amount: -each.amount }))) > size
    )
      throw doesNotFit();
  }
}

const changes = (facts: readonly Fact[], rowsOf: (fact: Fact) => readonly { amount: number }[]): Change[] =>
  facts.flatMap((fact) => rowsOf(fact).map(({ amount }) => ({ on: fact.on, amount })));

/** The least that a sum of changes comes to at the end of any day. */
function lowest(all: readonly Change[]): number {
  const days = new Map<string, number>();
  for (const { on, amount } of all) days.set(on, (days.get(on) ?? 0) + amount);
  let [sum, least] = [0, 0];
  for (const [, amount] of [...days].sort(([a], [b]) => compare(a, b)))
    least = Math.min(least, (sum += amount));
  return least;
}

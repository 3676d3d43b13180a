// Commands of families and of the way to the bank, planned: one check for several customers, what is deposited together,
// who belongs to whom, and whose limit counts.
import { addDays, type Day } from "@/domain/values/day.ts";
import type { Command } from "./model-command.ts";
import { familyOf } from "./model-family.ts";
import { isDeposited } from "./model-late.ts";
import { at, type Step } from "./model-step.ts";
import { allOf, compare, openItems, type Fact, type Model } from "./model.ts";

type Bank = Extract<Command, { do: "split" | "deposit" | "undeposit" | "join" | "share" }>;
const NOTHING = "00000000-0000-4000-8000-000000000000";

export function bankOf(model: Model, step: Step, kind: Bank["do"]): Bank {
  const { who, to, mode, a, b } = step;
  const on = addDays(model.start, step.day);
  switch (kind) {
    case "split":
      return splitOf(model, step, on);
    case "deposit":
      return { do: kind, who, ...depositOf(model, step, on) };
    case "undeposit": {
      const made = at(mode < 8 ? model.deposits.filter((each) => !each.undone) : model.deposits, a);
      return { do: kind, who, on: lateIf(mode < 8, on, made?.on), deposit: made?.id ?? NOTHING };
    }
    case "join":
      return { do: kind, who, parent: mode < 7 ? to : null };
    case "share":
      return { do: kind, who: mode < 7 ? 0 : who, shares: b % 3 > 0 };
  }
}

/** By a parent that has children, where there is one: oldest first, or one or two debts that are chosen. */
function splitOf(model: Model, { who, amount, mode, a, b }: Step, on: Day): Bank {
  const heads = [...model.limits.keys()].filter((head) => familyOf(model, head).length > 1);
  const payer = (mode < 9 ? at(heads, a) : undefined) ?? who;
  const paid = amount * (1 + (b % 3));
  if (mode < 5) return { do: "split", who: payer, on, amount: paid, uses: "oldest-first" };
  const owed = familyOf(model, payer).flatMap((each) => openItems(allOf(model, each)));
  const chosen = [...new Set([at(owed, a), at(owed, a + 1 + (b % 2))])].flatMap((item) => item ?? []);
  const uses = chosen.map(({ id, open }) => [id, Math.min(open + (mode === 9 ? 1 : 0), paid)] as const);
  const last = chosen
    .map((item) => item.on)
    .sort(compare)
    .at(-1);
  return { do: "split", who: payer, on: lateIf(mode < 8, on, last), amount: paid, uses };
}

/** One to three payments that wait for it, of whomever; now and then one that doesn't. */
function depositOf(model: Model, { mode, a, b }: Step, on: Day) {
  const paid = model.facts.filter((fact) => fact.kind === "payment");
  const waiting = paid.filter(
    ({ number }) => !isDeposited(model, number) && !model.facts.some((each) => each.reverses === number),
  );
  const from: readonly Fact[] = mode < 9 && waiting.length > 0 ? waiting : paid;
  const chosen = new Set(
    Array.from({ length: 1 + (b % 3) }, (_, n) => at(from, a + n * 7)).flatMap((each) => each ?? []),
  );
  const last = [...chosen]
    .map((fact) => fact.on)
    .sort(compare)
    .at(-1);
  return { on: lateIf(mode < 8, on, last), payments: [...chosen].map((fact) => fact.number) };
}

const lateIf = (late: boolean, on: Day, last: Day | undefined): Day =>
  late && last && last > on ? last : on;

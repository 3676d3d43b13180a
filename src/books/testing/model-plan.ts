// From random numbers to commands that make sense often enough, and are refused often enough.
import fc from "fast-check";
import { addDays, type Day } from "@/domain/values/day.ts";
import type { Command } from "./model-command.ts";
import { bankOf } from "./model-plan-bank.ts";
import { billingOf } from "./model-plan-billing.ts";
import { chargeOf, jobOf, officeOf } from "./model-office.ts";
import { at, type Step } from "./model-step.ts";
import { tillOf } from "./model-till.ts";
import { allOf, compare, heldBack, openCredits, openItems, type Fact, type Model } from "./model.ts";

const WEIGHTS = {
  invoice: 6,
  charge: 6,
  pay: 6,
  split: 3,
  deposit: 3,
  undeposit: 1,
  issue: 5,
  credit: 4,
  early: 3,
  join: 1,
  share: 1,
  memo: 2,
  apply: 6,
  unApply: 3,
  refund: 4,
  earmark: 2,
  up: 1,
  down: 1,
  recover: 1,
  finance: 1,
  openDebt: 1,
  openCredit: 1,
  writeOff: 2,
  discount: 1,
  release: 3,
  reverse: 6,
  bounce: 3,
  transfer: 1,
  transferBack: 2,
  reserve: 4,
  capture: 4,
  letGo: 1,
  approve: 2,
  bulk: 2,
  close: 1,
  reopen: 2,
} satisfies Record<Command["do"], number>;

export const SPAN = 180;
/** The mode in which a command takes all that is left. */
export const WHOLE = 5;
/** Days until an invoice is due: around the edges of every bucket. */
const TERMS = [0, 1, 30, 30, 31, 60, 91];
const nat = fc.nat({ max: 1_000_000 });
const day = fc.oneof(
  { weight: 40, arbitrary: fc.nat({ max: SPAN }) },
  { weight: 1, arbitrary: fc.constantFrom(-2, SPAN + 1) },
);
export const KINDS = Object.keys(WEIGHTS) as Command["do"][];
const kinds = Object.entries(WEIGHTS).map(([kind, weight]) => ({
  weight,
  arbitrary: fc.constant(kind as Command["do"]),
}));

export const steps = (length: number) =>
  fc.array(
    fc.record<Step>({
      kind: fc.oneof(...kinds),
      who: fc.nat({ max: 2 }),
      to: fc.nat({ max: 2 }),
      amount: fc.integer({ min: 1, max: 200_00 }),
      mode: fc.nat({ max: 9 }),
      day,
      a: nat,
      b: nat,
      paired: fc.nat({ max: 7 }).map((n) => n === 0),
      again: fc.nat({ max: 19 }).map((n) => n === 0),
    }),
    { minLength: length, maxLength: length },
  );

const NOBODYS = 987_654_321;

export function plan(model: Model, step: Step, transfers: readonly (readonly number[])[]): Command {
  const { kind, mode } = step;
  const who = whose(model, step);
  const on = addDays(model.start, step.day);
  // Now and then somebody else's.
  const facts = step.a % 29 === 0 ? model.facts : allOf(model, who);
  const item = pick(
    model,
    facts.filter((fact) => fact.item),
    step.a,
  );
  const credit = pick(
    model,
    facts.filter((fact) => fact.credit !== null),
    step.b,
  );
  const late = (...days: (Day | undefined)[]) => (mode < 7 ? latest(on, ...days) : on);
  const part = (open: number) => [open, Math.ceil(open / 2), step.amount, open + 1][mode % 4] || step.amount;
  const some = { who, on, amount: step.amount };
  switch (kind) {
    case "invoice":
      return {
        do: kind,
        ...some,
        held: mode < 4 ? ([Math.ceil(step.amount / 10), step.amount][mode % 2] ?? 0) : 0,
        term: at(TERMS, step.b) ?? 30,
        ...jobOf(model, step, who),
      };
    case "pay":
      if (mode < 5) return { do: kind, ...some, uses: mode < 4 ? "oldest-first" : [] };
      return {
        do: kind,
        ...some,
        on: late(item.on),
        uses: [[item.id, mode === 9 ? step.amount + 1 : Math.min(step.amount, part(item.open))]],
      };
    case "memo":
      return {
        do: kind,
        ...some,
        on: late(item.on),
        uses: mode < 3 ? [] : [[item.id, Math.min(step.amount, part(item.open))]],
      };
    case "apply":
      return {
        do: kind,
        who,
        on: late(item.on, credit.on),
        amount: part(Math.min(item.open, credit.open)),
        itemId: item.id,
        creditId: credit.id,
      };
    case "unApply": {
      const use = at(
        facts.flatMap((fact) => fact.uses.map((each) => ({ ...each, on: fact.on }))),
        step.a,
      );
      return {
        do: kind,
        who,
        on: late(use?.on),
        creditId: use?.creditId ?? credit.id,
        itemId: use?.itemId ?? item.id,
      };
    }
    case "refund": {
      const one = mode < 5 ? { creditId: credit.id } : {};
      return { do: kind, who, on: late(credit.on), amount: part(credit.open), ...one };
    }
    case "earmark":
      return { do: kind, who, amount: step.amount, note: `for ${step.a}.${step.b}` };
    case "writeOff":
    case "discount":
      return { do: kind, who, on: late(item.on), amount: part(item.open), itemId: item.id };
    case "release": {
      const lines = [...heldBack(facts)];
      const chosen = lines.length > 0 ? lines : [["00000000-0000-4000-8000-000000000000#1", 0] as const];
      // Most release one line; some several at once, of as many originals.
      const from = step.a % chosen.length;
      const several = chosen.slice(from, from + (step.b % 3 === 0 ? 3 : 1));
      const parts = several.map(([line, held]) => [line, part(held)] as const);
      const beside = mode % 2 === 0 ? 0 : step.amount;
      return { do: kind, who, on: late(on, addDays(model.today, -20)), parts, beside };
    }
    case "reverse":
      return { do: kind, who, on: late(at(facts, step.a)?.on), event: at(facts, step.a)?.number ?? NOBODYS };
    case "bounce": {
      const paid = at(mode === 9 ? facts : facts.filter((fact) => fact.kind === "payment"), step.a);
      return {
        do: kind,
        who: paid?.who ?? who,
        on: late(paid?.on),
        event: paid?.number ?? NOBODYS,
        ...(mode % 2 ? { fee: 25_00 } : {}),
      };
    }
    case "transfer":
      return { do: kind, who, to: step.to, on: late(...allOf(model, who).map((fact) => fact.on)) };
    case "transferBack":
      return {
        do: kind,
        who,
        on: late(addDays(model.today, -5)),
        events: at(transfers, step.a) ?? [NOBODYS, NOBODYS + 1],
      };
    case "issue":
    case "credit":
    case "early":
      return billingOf(model, step, kind);
    case "split":
    case "deposit":
    case "undeposit":
    case "join":
    case "share":
      return bankOf(model, step, kind);
    case "charge":
      return chargeOf(model, step, some);
    case "reserve":
    case "capture":
    case "letGo":
      return tillOf(model, step, kind);
    case "approve":
    case "bulk":
    case "close":
    case "reopen":
      return officeOf(model, step, kind);
    default:
      return { do: kind, ...some };
  }
}

/** An application wants an account that has both sides open, where there is one; a bounce one with a payment. */
function whose(model: Model, { kind, who, a }: Step): number {
  const ready = (account: number) => {
    const facts = allOf(model, account);
    if (kind === "bounce") return facts.some((fact) => fact.kind === "payment");
    return openItems(facts).length > 0 && openCredits(facts).length > 0;
  };
  if ((kind !== "apply" && kind !== "bounce") || a % 13 === 0) return who;
  return [who, (who + 1) % 3, (who + 2) % 3].find(ready) ?? who;
}

/** One of these items or credits, more often one that is open. */
function pick(model: Model, facts: readonly Fact[], n: number) {
  const open = facts.filter((fact) => restOf(model, fact) > 0);
  const fact = at(n % 12 > 0 && open.length > 0 ? open : facts, n);
  return fact
    ? { id: fact.number, on: fact.on, open: restOf(model, fact) }
    : { id: NOBODYS, on: undefined, open: 0 };
}

function restOf(model: Model, { who, number, item }: Fact): number {
  const facts = allOf(model, who);
  const rest = item ? openItems(facts) : openCredits(facts);
  return rest.find((each) => each.id === number)?.open ?? 0;
}

const latest = (...days: (Day | undefined)[]): Day =>
  days
    .filter((each) => each !== undefined)
    .sort(compare)
    .at(-1) as Day;

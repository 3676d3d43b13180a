// The books without a database: a list of events, and every figure a sum over those that count on a day, as known
// after a step. Written from ledger.md and product.md, not from the SQL, so that the two can disagree.
import { ageItems } from "@/domain/ledger/aging.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";

export type Use = { creditId: number; itemId: number; amount: number };
export type Loss = { itemId?: number; creditId?: number; amount: number };
/** `line` is the invoice's id with the number of its line: "…#1". */
export type Held = { line: string; amount: number };
/** An invoice with its lines, and the tax of each agency. `early`: something may be kept of it. */
export type Bill = {
  id: string;
  lines: readonly { total: number; tax: number }[];
  taxes: readonly number[];
  early: boolean;
};
/** What a credit memo took of an invoice, by the place of its lines. */
export type Taken = {
  invoice: string;
  lines: readonly { line: number; total: number; tax: number }[];
  taxes: readonly number[];
};

/** One event and all that hangs on it. An item or a credit has its event's number as its id. */
export type Fact = {
  number: number;
  /** The step that wrote it: the model's instant. */
  step: number;
  who: number;
  kind: EventKind;
  on: Day;
  /** The month of the books that took it. */
  period: Day;
  reverses: number | null;
  /** `job` by its place among the model's. */
  item: { amount: number; due: Day; document: string; job?: number | undefined } | null;
  credit: number | null;
  uses: readonly Use[];
  losses: readonly Loss[];
  held: readonly Held[];
  /** What it puts into undeposited funds, or takes out. */
  undeposited: number;
  /** The check that it is a part of: its first part's number, and who wrote it. */
  split: { check: number; payer: number } | null;
  bill: Bill | null;
  taken: Taken | null;
  /** What it adds to what is owed to each agency. */
  tax: readonly number[];
  /** Of a discount: the payment that it was kept with. */
  keptWith: number | null;
};

/** Payments that were taken to the bank together, by their numbers. */
export type Deposit = { id: string; on: Day; payments: readonly number[]; undone: boolean };
export type Job = { who: number; limit: number | null };

export type Earmark = { who: number; amount: number; note: string; live: boolean };
/** What was approved above the limit, and the event that used it up. */
export type Override = { id: string; who: number; amount: number; expired: boolean; usedBy: number | null };

/** Promised to a till; `lapsed` before anybody looked. */
export type Reservation = {
  id: string;
  who: number;
  amount: number;
  job: number | undefined;
  state: "live" | "lapsed" | "captured" | "released";
};

export type Model = {
  facts: Fact[];
  earmarks: Earmark[];
  overrides: Override[];
  reservations: Reservation[];
  /** Months that take nothing. */
  closed: ReadonlySet<Day>;
  /** Files that were imported, and the invoice numbers that came with them. */
  files: readonly string[];
  brought: readonly string[];
  jobs: readonly Job[];
  /** The job of an invoice, by its id. */
  billedOn: Map<string, number>;
  deposits: Deposit[];
  /** By account: whose child it is, and whether its own limit is its children's, too. */
  parents: readonly (number | null)[];
  shares: readonly boolean[];
  limits: readonly (number | null)[];
  start: Day;
  today: Day;
};
/** `step` null is everything known by now. */
export type Seen = { asOf: Day; step: number | null };

export const copyOf = (model: Model): Model => ({
  ...model,
  facts: [...model.facts],
  earmarks: model.earmarks.map((each) => ({ ...each })),
  overrides: model.overrides.map((each) => ({ ...each })),
  reservations: model.reservations.map((each) => ({ ...each })),
  deposits: model.deposits.map((each) => ({ ...each })),
  billedOn: new Map(model.billedOn),
});

export const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

export const counting = ({ facts }: Model, who: number, { asOf, step }: Seen): Fact[] =>
  facts.filter((fact) => fact.who === who && fact.on <= asOf && (step === null || fact.step <= step));

/** Nobody reversed it. */
export const standsOf = (model: Model, { number }: Fact): boolean =>
  !model.facts.some((fact) => fact.reverses === number);

/** Everything on one account, whatever its day. */
export const allOf = (model: Model, who: number): Fact[] => model.facts.filter((fact) => fact.who === who);

const usesOf = (facts: readonly Fact[]) => facts.flatMap((fact) => fact.uses);
const lossesOf = (facts: readonly Fact[]) => facts.flatMap((fact) => fact.losses);

export type Side = "itemId" | "creditId";

export const usedOf = (facts: readonly Fact[], side: Side, id: number): number =>
  total([...usesOf(facts), ...lossesOf(facts)].filter((use) => use[side] === id).map((use) => use.amount));

export const lostOf = (facts: readonly Fact[], side: Side, id: number): number =>
  total(
    lossesOf(facts)
      .filter((loss) => loss[side] === id)
      .map((loss) => loss.amount),
  );

export type OpenItem = {
  id: number;
  on: Day;
  due: Day;
  document: string;
  job: number | undefined;
  open: number;
};

export const openItems = (facts: readonly Fact[]): OpenItem[] =>
  facts
    .flatMap(({ item, number, on }) =>
      item
        ? [
            {
              id: number,
              on,
              due: item.due,
              document: item.document,
              job: item.job,
              open: item.amount - usedOf(facts, "itemId", number),
            },
          ]
        : [],
    )
    .filter(({ open }) => open > 0)
    .sort((a, b) => compare(a.due, b.due) || a.id - b.id);

export type OpenCredit = { id: number; on: Day; open: number };

export const openCredits = (facts: readonly Fact[]): OpenCredit[] =>
  facts
    .flatMap(({ credit, number, on }) =>
      credit === null ? [] : [{ id: number, on, open: credit - usedOf(facts, "creditId", number) }],
    )
    .filter(({ open }) => open > 0)
    .sort((a, b) => compare(a.on, b.on) || a.id - b.id);

export const heldBack = (facts: readonly Fact[]): Map<string, number> => {
  const lines = new Map<string, number>();
  for (const { line, amount } of facts.flatMap((fact) => fact.held))
    lines.set(line, (lines.get(line) ?? 0) + amount);
  return new Map([...lines].filter(([, amount]) => amount !== 0));
};

/** What can be used of an item from a day on: what no later day needs. */
export function spareFrom(facts: readonly Fact[], { item, number }: Fact, on: Day): number {
  const days = [on, ...facts.map((fact) => fact.on).filter((day) => day > on)];
  const used = days.map((day) =>
    usedOf(
      facts.filter((fact) => fact.on <= day),
      "itemId",
      number,
    ),
  );
  return (item?.amount ?? 0) - Math.max(...used);
}

/** What an event does to the account's net. */
export function netOf({ item, credit, losses }: Pick<Fact, "item" | "credit" | "losses">): number {
  const lost = (side: Side) =>
    total(losses.filter((loss) => loss[side] !== undefined).map((loss) => loss.amount));
  return (item?.amount ?? 0) - lost("itemId") - ((credit ?? 0) - lost("creditId"));
}

export const earmarked = ({ earmarks }: Model, who: number): number =>
  total(earmarks.filter((each) => each.live && each.who === who).map((each) => each.amount));

/** Of one account, or on one job. */
export const reservedOf = ({ reservations }: Model, of: { who: number } | { job: number }): number =>
  total(
    reservations
      .filter((each) => each.state === "live" && ("who" in of ? each.who === of.who : each.job === of.job))
      .map((each) => each.amount),
  );

/** Every figure of an account at a moment. */
export function figures(model: Model, who: number, seen: Seen) {
  const facts = counting(model, who, seen);
  const items = openItems(facts);
  const credits = openCredits(facts);
  const aged = ageItems(
    items.map(({ due, open }) => ({ dueOn: due, openCents: open as Cents })),
    seen.asOf,
  );
  const [balance, credit] = [total(items.map((each) => each.open)), total(credits.map((each) => each.open))];
  return {
    items: Object.fromEntries(items.map(({ id, open }) => [id, open])),
    credits: Object.fromEntries(credits.map(({ id, open }) => [id, open])),
    aging: {
      ...aged,
      totalCents: balance,
      unappliedCents: credit,
      netCents: balance - credit,
      retainedCents: total([...heldBack(facts).values()]),
    },
    net: total(facts.map(netOf)),
    undeposited: total(facts.map((fact) => fact.undeposited)),
    tax: [0, 1].map((agency) => total(facts.map((fact) => fact.tax[agency] ?? 0))),
    history: history(facts),
  };
}

/** Newest first by day, then number, each with the net after it. A deposit is nothing to the customer. */
function history(facts: readonly Fact[]) {
  let balance = 0;
  const lines = facts
    .filter((fact) => fact.kind !== "deposit")
    .sort((a, b) => compare(a.on, b.on) || a.number - b.number)
    .map((fact) => [fact.number, fact.kind, (balance += netOf(fact))] as const);
  return lines.reverse();
}

export const compare = <T extends string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

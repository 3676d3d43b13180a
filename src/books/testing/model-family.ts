// What the model lets be charged: within the account's own limit, the one that its family shares, and the job's. And how
// families come and go.
import { No, type Command, type Decided } from "./model-command.ts";
import { allOf, earmarked, openCredits, openItems, reservedOf, total, type Model } from "./model.ts";

/** Whoever has a parent, and the parent. */
const headOf = ({ parents }: Model, who: number): number => parents[who] ?? who;
export const familyOf = (model: Model, head: number): number[] =>
  [...model.limits.keys()].filter((who) => headOf(model, who) === head);

/** Whose limit counts for an account beside its own; null where none does. */
export function sharedBy(model: Model, who: number): number | null {
  const head = headOf(model, who);
  return model.shares[head] ? head : null;
}

/** What is owed, less the credit that isn't set aside, and what is reserved. */
function usedBy(model: Model, who: number): number {
  const facts = allOf(model, who);
  const free = total(openCredits(facts).map((each) => each.open)) - earmarked(model, who);
  return total(openItems(facts).map((each) => each.open)) - free + reservedOf(model, { who });
}

export const usedTogether = (model: Model, head: number): number =>
  total(familyOf(model, head).map((who) => usedBy(model, who)));

/** Left to pay of a job's invoices, on whatever account. */
export const openOnJob = (model: Model, job: number): number =>
  total(
    openItems(model.facts)
      .filter((item) => item.job === job)
      .map((item) => item.open),
  );

/** What of a job's limit is in use. */
const usedOnJob = (model: Model, job: number): number => openOnJob(model, job) + reservedOf(model, { job });

type Charge = { who: number; amount: number; job: number | undefined; isApproved: boolean };

/** Nothing is ever less than nothing left; where there is no limit, there is room for all. */
const roomIn = (limit: number | null | undefined, used: () => number): number =>
  typeof limit === "number" ? Math.max(0, limit - used()) : Infinity;

/** What every limit leaves; nothing where nothing can be charged. */
export function roomToCharge(model: Model, who: number, job: number | undefined): number {
  const head = sharedBy(model, who);
  if (typeof model.limits[head ?? who] !== "number") return 0;
  return Math.min(
    roomIn(model.limits[who], () => usedBy(model, who)),
    head === null ? Infinity : roomIn(model.limits[head], () => usedTogether(model, head)),
    job === undefined ? Infinity : roomIn(model.jobs[job]?.limit, () => usedOnJob(model, job)),
  );
}

export function mayCharge(model: Model, { who, amount, job, isApproved }: Charge): void {
  // What was approved opens an account without a limit, too.
  if (isApproved) return;
  const head = sharedBy(model, who);
  if (typeof model.limits[head ?? who] !== "number") throw new No("charging-refused");
  const own = roomIn(model.limits[who], () => usedBy(model, who));
  const together = head === null ? Infinity : roomIn(model.limits[head], () => usedTogether(model, head));
  if (amount > Math.min(own, together)) throw new No(together < own ? "over-shared-limit" : "over-limit");
  if (job !== undefined && amount > roomIn(model.jobs[job]?.limit, () => usedOnJob(model, job)))
    throw new No("over-job-limit");
}

/** Families are one level deep, and only a head shares its limit. */
export function regrouped(model: Model, command: Extract<Command, { do: "join" | "share" }>): Decided {
  const { who } = command;
  if (command.do === "share") {
    if (command.shares && typeof model.parents[who] === "number") throw new No("parent-is-child");
    model.shares = model.shares.with(who, command.shares);
    return { drafts: [], released: [] };
  }
  const { parent } = command;
  if (parent === who) throw new No("parent-of-itself");
  if (parent !== null && model.parents.includes(who)) throw new No("has-children");
  if (parent !== null && typeof model.parents[parent] === "number") throw new No("parent-is-child");
  model.parents = model.parents.with(who, parent);
  return { drafts: [], released: [] };
}

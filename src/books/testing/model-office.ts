// Commands of the office, planned: what is approved above the limit and charged by it, files of receivables, and months
// that are closed and opened again.
import { addDays, addMonths, earlier, later, monthOf, type Day } from "@/domain/values/day.ts";
import type { Command, Some } from "./model-command.ts";
import { roomToCharge } from "./model-family.ts";
import { at, type Step } from "./model-step.ts";
import type { Model } from "./model.ts";

const NOBODYS = "00000000-0000-4000-8000-000000000000";

/** Half of the charges come with an approval: most with one that fits, some with another's, a spent or an old one. */
export function chargeOf(model: Model, step: Step, some: Some): Command {
  const { mode, a, b } = step;
  const job = jobOf(model, step, some.who);
  if (mode >= 5) {
    // All that can be charged, one time in five.
    const room = mode === 5 ? roomToCharge(model, some.who, job.job) : 0;
    return { do: "charge", ...some, ...job, amount: room > 0 ? room : some.amount };
  }
  const unused = model.overrides.filter((each) => each.usedBy === null && !each.expired);
  const found = at(mode < 4 && unused.length > 0 ? unused : model.overrides, a);
  if (!found) return { do: "charge", ...some, override: NOBODYS };
  const amount = [found.amount, found.amount, Math.ceil(found.amount / 2), found.amount + 1][b % 4];
  return {
    do: "charge",
    who: b % 11 === 0 ? some.who : found.who,
    on: some.on,
    amount: amount ?? found.amount,
    override: found.id,
  };
}

/** Every other one is on a job, now and then on another customer's. */
export function jobOf(model: Model, { a, b }: Step, who: number): { job?: number } {
  if (b % 2 === 0) return {};
  const own = [...model.jobs.keys()].filter((job) => model.jobs[job]?.who === who);
  const job = at(a % 17 === 0 || own.length === 0 ? [...model.jobs.keys()] : own, a);
  return job === undefined ? {} : { job };
}

type Office = Extract<Command, { do: "approve" | "bulk" | "close" | "reopen" }>;

export function officeOf(model: Model, step: Step, kind: Office["do"]): Office {
  const { who, mode, a, b } = step;
  const on = addDays(model.start, step.day);
  switch (kind) {
    case "approve":
      return { do: kind, who: mode < 8 ? 0 : who, amount: step.amount, expired: mode === 7 };
    case "bulk":
      return { do: kind, who, ...fileOf(model, step, on) };
    case "close": {
      const from = monthOf(on);
      const through =
        mode === 9 ? monthOf(addMonths(monthOf(model.today), 1)) : addMonths(from, mode < 7 ? 0 : a % 3);
      return { do: kind, who, from, through };
    }
    case "reopen":
      return { do: kind, who, month: (mode < 8 ? at([...model.closed], b) : undefined) ?? monthOf(on) };
  }
}

/** One to five invoices of several customers, every other one paid; some files come twice, or bring a number again. */
function fileOf(model: Model, { who, to, amount, mode, a, b }: Step, on: Day) {
  const file = (mode === 6 ? at(model.files, a) : undefined) ?? `${a}.${b}`;
  const rows = Array.from({ length: 1 + (a % 5) }, (_, n) => {
    const issued = mode === 9 ? addDays(on, -n * 40) : later(model.start, addDays(on, -n * 9));
    const paid = addDays(issued, (b + n * 17) % 60);
    const settled = mode === 8 ? paid : later(issued, earlier(paid, model.today));
    return {
      who: (who + n * to) % 3,
      number: (mode === 7 && n === 0 ? at(model.brought, b) : undefined) ?? `R-${a}.${b}.${n}`,
      amount: amount + n,
      on: issued,
      settledOn: n % 2 === a % 2 ? settled : null,
    };
  });
  return { file, rows };
}

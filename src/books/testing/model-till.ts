// Credit decisions in the model: what a till is promised counts until it is captured, released or expires. One that lapses
// has expired by the time that anybody looks, while nobody has written that down.
import { addDays, type Day } from "@/domain/values/day.ts";
import { draft, No, OWN, type Command, type Decided } from "./model-command.ts";
import { mayCharge, roomToCharge } from "./model-family.ts";
import { jobOf } from "./model-office.ts";
import { at, type Step } from "./model-step.ts";
import type { Model, Reservation } from "./model.ts";

export type TillCommand = Extract<Command, { do: "reserve" | "capture" | "letGo" }>;
const NOBODYS = "00000000-0000-4000-8000-000000000000";

/** Most are of one that still stands; some of one that was ended or has expired. */
export function tillOf(model: Model, step: Step, kind: TillCommand["do"]): TillCommand {
  const { who, mode, amount, a, b } = step;
  if (kind === "reserve") {
    const { job } = jobOf(model, step, who);
    // All that can be charged, one time in four.
    const room = mode < 2 || mode === 5 ? roomToCharge(model, who, job) : 0;
    const wanted = { do: kind, who, amount: room > 0 ? room : amount, lapses: b % 5 === 0 };
    return job === undefined ? wanted : { ...wanted, job };
  }
  const live = model.reservations.filter((each) => each.state === "live");
  const found = at(mode < 7 && live.length > 0 ? live : model.reservations, a);
  const whose = { who: found?.who ?? who, decision: found?.id ?? NOBODYS };
  if (kind === "letGo") return { do: kind, ...whose };
  const all = found?.amount ?? amount;
  const part = [all, all, Math.ceil(all / 2), all + 1][b % 4] ?? all;
  return { do: kind, ...whose, amount: part, ...(found?.job !== undefined && { job: found.job }) };
}

/** A no is an answer; whose the job isn't gets none. */
export function answersYes(model: Model, { who, amount, job }: Extract<Command, { do: "reserve" }>): boolean {
  try {
    mayCharge(model, { who, amount, job, isApproved: false });
    return true;
  } catch (error) {
    if (error instanceof No) return false;
    throw error;
  }
}

const NO_MORE = {
  captured: "captured-before",
  released: "reservation-ended",
  lapsed: "reservation-expired",
} as const;

function standing(model: Model, decision: string): Reservation {
  const found = model.reservations.find((each) => each.id === decision);
  if (!found) throw new No("not-found");
  if (found.state !== "live") throw new No(NO_MORE[found.state]);
  return found;
}

export function atTheTill(model: Model, command: TillCommand): Decided {
  const { who } = command;
  if (command.do === "reserve") {
    if (command.job !== undefined && model.jobs[command.job]?.who !== who) throw new No("job-of-another");
    return { drafts: [], released: [] };
  }
  const found = standing(model, command.decision);
  if (command.do === "letGo") return { drafts: [], released: [] };
  const { amount } = command;
  if (amount > found.amount) throw new No("more-than-reserved");
  const without = { ...model, reservations: model.reservations.filter((each) => each !== found) };
  mayCharge(without, { who, amount, job: found.job, isApproved: false });
  const on: Day = model.today;
  // It comes with a receipt, so nothing of it is credited line by line.
  const item = { amount, due: addDays(on, 30), document: OWN, job: found.job };
  return { drafts: [draft("invoice", { who, on }, { item })], released: [] };
}

/** What it leaves behind; says where the books answered otherwise than the model. */
export function keepAtTheTill(
  model: Model,
  command: TillCommand,
  decisionId: string | undefined,
  approved: boolean,
) {
  if (command.do === "reserve") {
    const yes = answersYes(model, command);
    if (yes !== approved) return `the model says ${yes ? "yes" : "no"}, the books ${approved ? "yes" : "no"}`;
    const { who, amount, job, lapses } = command;
    if (yes)
      model.reservations.push({ id: decisionId ?? "", who, amount, job, state: lapses ? "lapsed" : "live" });
    return null;
  }
  const found = model.reservations.find((each) => each.id === command.decision);
  if (found) found.state = command.do === "capture" ? "captured" : "released";
  return null;
}

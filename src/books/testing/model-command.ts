// What can be asked of the books in a model's history, and the events that it makes before they have numbers.
import type { Day } from "@/domain/values/day.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import { earmarked, type Fact, type Model, type Use } from "./model.ts";

export type At = { who: number; on: Day };
export type Some = At & { amount: number };
export type Command =
  | ({ do: "invoice" | "charge"; held?: number; term?: number; override?: string; job?: number } & Some)
  | ({ do: "pay"; uses: readonly (readonly [number, number])[] | "oldest-first" } & Some)
  | ({ do: "split"; uses: readonly (readonly [number, number])[] | "oldest-first" } & Some)
  | ({ do: "deposit"; payments: readonly number[] } & At)
  | ({ do: "undeposit"; deposit: string } & At)
  | ({ do: "issue"; lines: readonly BilledLine[]; percent: number; early: boolean; job?: number } & At)
  | ({ do: "credit"; invoice: string; choice: CreditedPart } & At)
  | ({ do: "early"; itemId: number; discount: number } & Some)
  | { do: "join"; who: number; parent: number | null }
  | { do: "share"; who: number; shares: boolean }
  | ({ do: "memo"; uses: readonly (readonly [number, number])[] } & Some)
  | ({ do: "apply"; creditId: number; itemId: number } & Some)
  | ({ do: "unApply"; creditId: number; itemId: number } & At)
  | ({ do: "refund"; creditId?: number } & Some)
  | { do: "earmark"; who: number; amount: number; note: string }
  | ({ do: "up" | "down" | "recover" | "finance" | "openDebt" | "openCredit" } & Some)
  | ({ do: "writeOff" | "discount"; itemId: number } & Some)
  | ({ do: "release"; parts: readonly HeldPart[]; beside: number } & At)
  | ({ do: "reverse" | "bounce"; event: number; fee?: number } & At)
  | ({ do: "transfer"; to: number } & At)
  | ({ do: "transferBack"; events: readonly number[] } & At)
  | { do: "approve"; who: number; amount: number; expired: boolean }
  | { do: "bulk"; who: number; file: string; rows: readonly BulkRow[] }
  | { do: "reserve"; who: number; amount: number; job?: number; lapses: boolean }
  | { do: "capture"; who: number; decision: string; amount: number; job?: number }
  | { do: "letGo"; who: number; decision: string }
  | { do: "close"; who: number; from: Day; through: Day }
  | { do: "reopen"; who: number; month: Day };

/** Of a line, "its invoice#its number", so much is billed. */
export type HeldPart = readonly [line: string, amount: number];

/** `quantity` in ten-thousandths. */
export type BilledLine = { quantity: number; price: number; taxable: boolean };
export type CreditedPart =
  | { by: "whole" }
  | { by: "line"; line: number; amount: number }
  | { by: "amount"; amount: number };

/** One line of an imported file: an invoice, and the payment that settled it. */
export type BulkRow = { who: number; number: string; amount: number; on: Day; settledOn: Day | null };

/** An event before it has a number; SELF stands for it. */
export type Draft = Omit<Fact, "number" | "step" | "period">;
export const SELF = 0;
/** Stands for the number of another event of the same command, by its place among them. */
export const nth = (place: number) => -1 - place;
export const OWN = "its own document";
const DOES_NOT_FIT = "doesn't fit";
/** More than is held, or too early, and for several jobs at once: the books say whichever they meet first. */
const DOES_NOT_FIT_OF_SEVERAL = "doesn't fit, and is of several jobs";

export class No extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
export const doesNotFit = () => new No(DOES_NOT_FIT);
export const doesNotFitOfSeveral = () => new No(DOES_NOT_FIT_OF_SEVERAL);
export const isTooMuch = (error: unknown): boolean => error instanceof No && error.code === DOES_NOT_FIT;

/** Which of several things that are too much is named first is not the model's matter. */
const ALIKE = new Set([
  "out-of-turn",
  "more-than-open",
  "more-than-credit",
  "more-than-paid",
  "not-issued-yet",
  "retainage-released",
  "draft-unfinished",
]);
/** What is both too much and on an impossible day may be refused for either. */
export const alike = (real: string, meant: string): boolean =>
  meant === (ALIKE.has(real) ? DOES_NOT_FIT : real) ||
  (meant === DOES_NOT_FIT_OF_SEVERAL && (ALIKE.has(real) || real === "several-jobs")) ||
  ((ALIKE.has(real) || LIMITS.has(real)) && IMPOSSIBLE_DAYS.has(meant)) ||
  (IMPOSSIBLE_DAYS.has(real) && LIMITS.has(meant));
/** Of the account, of its family, of a job. */
const LIMITS = new Set(["over-limit", "over-shared-limit", "over-job-limit"]);
const IMPOSSIBLE_DAYS = new Set(["date-in-future", "before-start"]);

export type Decided = {
  drafts: Draft[];
  released: string[];
  uses?: readonly Use[];
  /** What closing came to. */
  closing?: { changed: readonly Day[]; events: number };
};

export const draft = (kind: EventKind, { who, on }: At, parts: Partial<Draft>): Draft => ({
  who,
  on,
  kind,
  reverses: null,
  item: null,
  credit: null,
  uses: [],
  losses: [],
  held: [],
  undeposited: 0,
  split: null,
  bill: null,
  taken: null,
  tax: [],
  keptWith: null,
  ...parts,
});

/** The same events behind so many others of the same command. */
export const shifted = (drafts: readonly Draft[], by: number): Draft[] => {
  const own = (id: number) => (id < 0 ? id - by : id);
  return drafts.map((each) => ({
    ...each,
    uses: each.uses.map((use) => ({ ...use, creditId: own(use.creditId), itemId: own(use.itemId) })),
  }));
};

type Written = { step: number; document: string; label: string; periodOf: (on: Day) => Day };

/** The events as the books will hold them, once they have numbers and their document has an id. */
export const numbered = (
  drafts: readonly Draft[],
  numbers: readonly number[],
  { step, document, label, periodOf }: Written,
): Fact[] =>
  drafts.map((each, at) => {
    const number = numbers[at] ?? 0;
    const own = (id: number) => (id === SELF ? number : id < 0 ? (numbers[nth(id)] ?? 0) : id);
    return {
      ...each,
      number,
      step,
      period: periodOf(each.on),
      item: each.item && { ...each.item, document: each.item.document === OWN ? label : each.item.document },
      uses: each.uses.map((use) => ({ ...use, creditId: own(use.creditId), itemId: own(use.itemId) })),
      held: each.held.map((row) => ({ ...row, line: row.line.replace(OWN, document) })),
      bill: each.bill && { ...each.bill, id: document },
      keptWith: each.keptWith && own(each.keptWith),
      split: each.split && { ...each.split, check: own(each.split.check) },
    };
  });

/** Releases the newest earmarks until the rest fits into the open credit; says which. */
export function makeRoom(model: Model, who: number, room: number): string[] {
  const released: string[] = [];
  for (const each of model.earmarks.toReversed()) {
    if (earmarked(model, who) <= room) break;
    if (each.live && each.who === who) {
      each.live = false;
      released.push(each.note);
    }
  }
  return released;
}

// Whether a statement is whole, from its own bytes alone: its rows and sums are made anew, and the chain that it carries is followed.
// Without the business's books that is all that can be said: who makes up a whole paper makes up its seal, too. What the books
// say of the seal is asked apart.
import { z } from "zod";
import { BrokenClaim } from "../assert.ts";
import { BUCKETS, ageItems } from "../ledger/aging.ts";
import { minus, plus, sum } from "../values/money.ts";
import { sealOf } from "./seal.ts";
import { assertFoots, Statement } from "./statement.ts";
import { marksOf, namedEvents, type StatementProof } from "./statement-proof.ts";

/** Where a paper contradicts itself. `row`: from 1. */
export type Fault =
  | { at: "line" | "open-item"; row: number }
  | { at: "sums" }
  | { at: "aging" }
  | { at: "event"; eventId: number }
  | { at: "chain" };

export type Checked = {
  seal: string;
  statement: Statement;
  proof: StatementProof;
  /** Empty where it is whole. */
  faults: readonly Fault[];
};

/** "unproven": a statement of ours from before they carried what could be checked. */
export type Verified =
  | ({ kind: "checked" } & Checked)
  | { kind: "unproven" }
  | { kind: "unreadable"; seal: string };

export function verifyStatement(frozen: Uint8Array): Verified {
  const seal = sealOf(frozen);
  const value = read(frozen);
  const parsed = Statement.safeParse(value);
  if (!parsed.success) return { kind: "unreadable", seal };
  const statement = parsed.data;
  const { proof } = statement;
  if (!proof) return { kind: "unproven" };
  const found = faultsOf(statement, proof, Marked.parse(value));
  return { kind: "checked", seal, statement, proof, faults: once(found) };
}

function faultsOf(statement: Statement, proof: StatementProof, written: Marked): Fault[] {
  const marks = marksOf(written);
  try {
    return [
      ...rowFaults("line", marks.lineMarks, proof.lineMarks),
      ...rowFaults("open-item", marks.itemMarks, proof.itemMarks),
      ...balanceFaults(statement),
      ...(marks.sumsMark === proof.sumsMark && foots(statement) ? [] : [{ at: "sums" as const }]),
      ...(isAged(statement) ? [] : [{ at: "aging" as const }]),
      ...chainFaults(statement, proof),
    ];
  } catch (error) {
    // Sums of what somebody wrote may be larger than any sum of money.
    if (error instanceof BrokenClaim) return [{ at: "sums" }];
    throw error;
  }
}

/** The marks are of what stands in the file. */
const Marked = z.object({
  lines: z.array(z.unknown()),
  openItems: z.array(z.unknown()),
  openingCents: z.unknown(),
  closingCents: z.unknown(),
  aging: z.unknown(),
  accounts: z.unknown().optional(),
});
type Marked = z.infer<typeof Marked>;

function read(frozen: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(frozen));
  } catch {
    return null;
  }
}

function rowFaults(at: "line" | "open-item", made: readonly string[], told: readonly string[]): Fault[] {
  const length = Math.max(made.length, told.length);
  return Array.from({ length }, (_, index) => index)
    .filter((index) => made[index] !== told[index])
    .map((index) => ({ at, row: index + 1 }));
}

/** A line whose balance isn't the one before it and its own amounts. */
function balanceFaults({ lines, openingCents }: Statement): Fault[] {
  const before = [openingCents, ...lines.map((line) => line.balanceCents)];
  return lines.flatMap(({ chargeCents, creditCents, balanceCents }, index) => {
    const was = before[index] ?? openingCents;
    const isRight = plus(was, minus(chargeCents, creditCents)) === balanceCents;
    return isRight ? [] : [{ at: "line" as const, row: index + 1 }];
  });
}

function foots(statement: Statement): boolean {
  try {
    assertFoots(statement);
    return true;
  } catch (error) {
    if (error instanceof BrokenClaim) return false;
    throw error;
  }
}

/** Whether the buckets are those of the open items. */
function isAged({ aging, asOf, openItems }: Statement): boolean {
  const made = ageItems(openItems, asOf);
  return BUCKETS.every((bucket) => made[bucket] === aging[bucket]);
}

/** The events follow one another, every event that the paper names is among them, and they come to its closing balance. */
function chainFaults(statement: Statement, proof: StatementProof): Fault[] {
  const known = new Set([...proof.events, ...proof.named].map(({ eventId }) => eventId));
  const missing = namedEvents(statement).filter((eventId) => !known.has(eventId));
  const first = (proof.from?.seq ?? 0) + 1;
  const isGapless = proof.events.every(({ seq }, index) => seq === first + index);
  return [
    ...missing.map((eventId) => ({ at: "event" as const, eventId })),
    ...(isGapless && closes(statement, proof) ? [] : [{ at: "chain" as const }]),
  ];
}

/** Only of one account that is carried from its first event on: of another one nobody knows here what else there is. */
function closes({ asOf, closingCents, accounts }: Statement, { from, events }: StatementProof): boolean {
  if (from !== null || accounts) return true;
  const then = events.filter(({ onDay }) => onDay <= asOf).map(({ amountCents }) => amountCents);
  return sum(then) === closingCents;
}

const once = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values(),
];

/** Two papers of one account that contradict each other: an event with two hashes, or an earlier statement with two seals. */
export type Contradiction =
  | { kind: "event"; eventId: number; numbers: readonly [string, string] }
  | { kind: "statement"; number: string; toldBy: string };

/** Of papers of one business, whole each by itself. */
export function compareStatements(papers: readonly Checked[]): Contradiction[] {
  const found: Contradiction[] = [];
  const seals = new Map(papers.map(({ statement, seal }) => [statement.number, seal]));
  const hashes = new Map<number, { hash: string; number: string }>();
  for (const { statement, proof } of papers) {
    const number = statement.number ?? "";
    const { previous } = proof;
    const seal = previous && seals.get(previous.number);
    if (previous && seal && seal !== previous.seal)
      found.push({ kind: "statement", number: previous.number, toldBy: number });
    for (const { eventId, hash } of [...proof.events, ...proof.named]) {
      const other = hashes.get(eventId);
      if (other && other.hash !== hash)
        found.push({ kind: "event", eventId, numbers: [other.number, number] });
      hashes.set(eventId, { hash, number });
    }
  }
  return found;
}

// What a statement carries so that nobody can change the past without its reader being able to tell: the seal of the account's
// statement before it, and the account's events with their hashes in the books' chain. It is frozen with the statement, under
// its seal.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { cents } from "../values/money.ts";
import { markOf } from "./seal.ts";

/** So many of the newest events are carried; of more, those before them are known by the hash of the last of them alone. */
export const PROVEN_EVENTS = 1_000;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Sum = z.number().int().transform(cents);

export const ProvenEvent = z.object({
  /** Its place in the account's chain, from 1 on. */
  seq: z.number().int().positive(),
  eventId: z.number().int().positive(),
  onDay: AnyDay,
  /** By how much it changed what is owed. */
  amountCents: Sum,
  hash: Hash,
});

export const StatementProof = z.object({
  version: z.literal(1),
  /** The account's newest statement when this one was issued; null for its first. */
  previous: z.object({ number: z.string(), seal: Hash }).nullable(),
  /** The last event before those that are carried; null when they begin with the account's first. */
  from: z.object({ seq: z.number().int().positive(), balanceCents: Sum, hash: Hash }).nullable(),
  /** In the order of the chain, up to its head at issue. */
  events: z.array(ProvenEvent),
  /** Those that the paper names and that aren't among them. */
  named: z.array(z.object({ eventId: z.number().int().positive(), hash: Hash })),
  /** A mark of the sums, and of each row in the paper's order. */
  sumsMark: z.string(),
  lineMarks: z.array(z.string()),
  itemMarks: z.array(z.string()),
});

export type ProvenEvent = z.infer<typeof ProvenEvent>;
export type StatementProof = z.infer<typeof StatementProof>;

/** What was read of the books for it. */
export type ProofFacts = Pick<StatementProof, "previous" | "from" | "events" | "named">;

/** Of a statement as it stands in its file, which may not be one of ours. */
export type Marked = {
  lines: readonly unknown[];
  openItems: readonly unknown[];
  openingCents: unknown;
  closingCents: unknown;
  aging: unknown;
  accounts?: unknown;
};

export const marksOf = ({ lines, openItems, ...sums }: Marked) => ({
  sumsMark: markOf([sums.openingCents, sums.closingCents, sums.aging, sums.accounts ?? null]),
  lineMarks: lines.map(markOf),
  itemMarks: openItems.map(markOf),
});

export const proofOf = (statement: Marked, facts: ProofFacts): StatementProof => ({
  version: 1,
  ...facts,
  ...marksOf(statement),
});

type Naming = {
  lines: readonly { eventId: number }[];
  openItems: readonly { eventId: number | null }[];
};

/** The events that a paper names, each once. */
export function namedEvents({ lines, openItems }: Naming): number[] {
  const all = [...lines, ...openItems].flatMap(({ eventId }) => (eventId ? [eventId] : []));
  return [...new Set(all)].sort((a, b) => a - b);
}

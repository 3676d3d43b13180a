// What is said to set the conditions of held lines, and that one of them is met or open again.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { writtenText } from "../values/written-text.ts";
import { CONDITION_KINDS } from "./release-conditions.ts";

const MOST_WORDS = 100;

/** The words of a kind of its own; the others have theirs. */
const Condition = z.union([
  z.strictObject({ kind: z.enum(CONDITION_KINDS).exclude(["other"]), words: z.literal("").default("") }),
  z.strictObject({
    kind: z.literal("other"),
    words: writtenText("Say what is waited for.").max(MOST_WORDS, `Shorten it to ${MOST_WORDS} characters.`),
  }),
]);

const HeldLine = z.strictObject({ invoiceId: z.uuid(), invoiceLine: z.number().int().positive() });

const lines = z.array(HeldLine).min(1, "Choose at least one line.").max(1000, "Choose at most 1,000 lines.");

/** Exactly these from now on: one that stays keeps its state. */
export const ReleaseConditions = z.strictObject({
  lines,
  conditions: z
    .array(Condition)
    .max(10, "At most ten conditions.")
    .refine(
      (all) => new Set(all.map(({ kind, words }) => `${kind} ${words}`)).size === all.length,
      "Each condition once.",
    ),
  expectedOn: AnyDay.nullable(),
});
export type ReleaseConditions = z.output<typeof ReleaseConditions>;

/** `metOn` null: it is open again. Lines that don't have the condition stay as they are. */
export const MetCondition = z.strictObject({ lines, condition: Condition, metOn: AnyDay.nullable() });
export type MetCondition = z.output<typeof MetCondition>;

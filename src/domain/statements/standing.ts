// What a business's books say of a statement that somebody holds, asked for by its seal.
import { z } from "zod";

const issued = { number: z.string(), issuedAt: z.string() };

export const Standing = z.discriminatedUnion("kind", [
  /** Issued as it is, and all that it was made of still is. */
  z.object({ kind: z.literal("stands"), ...issued }),
  /** Issued as it is, and the books behind it were changed afterwards: these events, and these statements. */
  z.object({
    kind: z.literal("changed"),
    ...issued,
    events: z.array(z.number()),
    statements: z.array(z.string()),
  }),
  /** No such statement of no such business: a paper that was changed, or one that never was. */
  z.object({ kind: z.literal("unknown") }),
]);

export type Standing = z.infer<typeof Standing>;

/** What is asked. Neither the paper nor a word of it. */
export const StandingQuestion = z.strictObject({
  business: z.string().max(60),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});

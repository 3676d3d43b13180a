// What a door makes of an input, for callers that are no door: seed, stories and tests. There a fault is our own
// mistake, not the user's doing.
import { z } from "zod";
import { assert } from "./assert.ts";

/** With what `shape` fills in where it is left out. */
export function inputOf<S extends z.ZodType>(shape: S, input: z.input<S>): z.output<S> {
  const read = shape.safeParse(input);
  assert(read.success, `an input fits: ${read.error ? z.prettifyError(read.error) : ""}`);
  return read.data;
}

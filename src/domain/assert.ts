// Our own mistakes, caught where they happen. A failed claim is a bug, never the user's doing:
// it becomes a 500 and a log line, and the transaction around it rolls back.
export class BrokenClaim extends Error {}

export function assert(claim: unknown, meaning: string): asserts claim {
  if (!claim) throw new BrokenClaim(`broken claim: ${meaning}`);
}

/** For values that the code around has already proven to be there. */
export function present<T>(value: T | null | undefined, meaning: string): T {
  assert(value !== null && value !== undefined, meaning);
  return value;
}

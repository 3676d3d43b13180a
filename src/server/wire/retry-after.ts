// When to try again, as a header, of whatever went wrong: a refusal that knows says so in seconds.
import { Refusal } from "@/domain/refusal.ts";

export function retryAfter(errors: readonly { cause?: unknown }[]): { "retry-after"?: string } {
  const waits = errors.map(({ cause }) => (cause instanceof Refusal ? cause.details["seconds"] : undefined));
  const seconds = Math.max(0, ...waits.filter((wait) => typeof wait === "number"));
  return seconds > 0 ? { "retry-after": String(seconds) } : {};
}

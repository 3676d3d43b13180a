// What may come in at a door at all, before its shape is looked at: text that Unicode knows and Postgres can hold.
// A NUL, half of a surrogate pair or a tower of brackets is nobody's entry, and no fault of ours to log.
import { isKeepable } from "@/domain/values/visible-text.ts";

const DEEPEST = 20;

export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return isKeepable(value);
  if (value === null || typeof value !== "object") return true;
  if (depth === DEEPEST) return false;
  return Object.entries(value).every(
    ([name, part]) => isStorable(name, depth) && isStorable(part, depth + 1),
  );
}

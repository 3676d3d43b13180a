// The physical lines of a text, whichever of the three ways it ends them, without ever holding the whole text.
import { Refusal } from "@/domain/refusal.ts";

export const LONGEST_LINE = 1_000_000;

export function* linesOf(chunks: Iterable<string>): Generator<string, void> {
  let rest = "";
  for (const chunk of chunks) {
    let text = rest + chunk;
    // A CR at the end may be half of a CR LF.
    const half = text.endsWith("\r") ? "\r" : "";
    if (half) text = text.slice(0, -1);
    const parts = text.split(/\r\n|\n|\r/);
    rest = (parts.pop() ?? "") + half;
    if (rest.length > LONGEST_LINE) throw new Refusal("file-unreadable", { reason: "A row never ends." });
    yield* parts;
  }
  if (rest.endsWith("\r")) rest = rest.slice(0, -1);
  if (rest !== "") yield rest;
}

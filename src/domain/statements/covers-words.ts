// What a payment or credit has settled, in a line: "for INV-00012 500.00, INV-00013 30.00 and 2 more".
import type { DocumentWords } from "../language/document-words.ts";
import type { Cents } from "../values/money.ts";
import type { StatementLine } from "./statement.ts";

/** As many as are read with a glance; the value has all of them. */
const NAMED = 6;

type Reader = { say: Pick<DocumentWords, "covers" | "andMore">; amount: (cents: Cents) => string };

/** null where it has settled nothing. One that went to a single item whole doesn't say its amount again. */
export function coversWords(
  { covers, creditCents }: Pick<StatementLine, "covers" | "creditCents">,
  { say, amount }: Reader,
): string | null {
  const [first] = covers;
  if (!first) return null;
  if (covers.length === 1 && first.amountCents === creditCents) return say.covers(first.number);
  const named = covers.slice(0, NAMED).map((cover) => `${cover.number} ${amount(cover.amountCents)}`);
  const left = covers.length - named.length;
  return say.covers(named.join(", ") + (left > 0 ? ` ${say.andMore(left)}` : ""));
}

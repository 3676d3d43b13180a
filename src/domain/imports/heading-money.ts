// A heading that says in which money its column is: "Betrag EUR", "Amount (CAD)", "Total ($)". What it says counts for every cell
// below it, as a column of currencies does.
import { isCurrency } from "../values/money.ts";

/** Codes that are words of headings, too: "Total ALL", "TOP 10", "TRY". */
const WORDS = new Set(["ALL", "CUP", "GEL", "MOP", "PEN", "SOS", "TOP", "TRY"]);

const BEHIND = /^(.*?)(?:\s+in)?[\s_/-]+([A-Z]{3}|\p{Sc})$/u;
const IN_BRACKETS = /^(.*?)\s*[([]\s*(?:in\s+)?([A-Z]{3}|[A-Z]{0,2}\p{Sc})\s*[)\]]$/u;

export const LONGEST_HEADING = 200;

export type HeadingMoney = { heading: string; money: string };

/** The heading without its money, and that; null where it says none. */
export function moneyInHeading(heading: string): HeadingMoney | null {
  // Any cell of the first rows may be asked, and no heading is so long.
  if (heading.length > LONGEST_HEADING) return null;
  const [, rest = "", money = ""] = IN_BRACKETS.exec(heading) ?? BEHIND.exec(heading) ?? [];
  const isMoney = /\p{Sc}/u.test(money) || (isCurrency(money) && !WORDS.has(money));
  return rest !== "" && isMoney ? { heading: rest, money } : null;
}

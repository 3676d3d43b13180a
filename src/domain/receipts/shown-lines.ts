// What a phone or a counter shows of the lines of a sale that is signed for, and whether that is what was sold.
import { formatPercent } from "../values/percent-words.ts";
import { sum, type Cents } from "../values/money.ts";

/** As many lines, and as much of each description, as a phone is shown. */
const LINES_SHOWN = 50;
const LONGEST_SHOWN = 120;
const HALF_A_LETTER = /[\uD800-\uDBFF]$/;

export type ShownLine = { description: string; quantity: string; unit: string; totalCents: Cents };

/** As it comes back from the phone: without a blank or half a letter where it was cut. */
const cut = (description: string): string =>
  description.trim().slice(0, LONGEST_SHOWN).replace(HALF_A_LETTER, "").trimEnd();

/** What a phone shows of the lines of a sale; those beyond are told in one. */
export function shownLines(lines: readonly ShownLine[]): ShownLine[] {
  const shown = lines.slice(0, LINES_SHOWN).map((line) => ({ ...line, description: cut(line.description) }));
  const rest = lines.slice(LINES_SHOWN);
  if (rest.length === 0) return shown;
  const totalCents = sum(rest.map((line) => line.totalCents));
  return [...shown, { description: `… + ${rest.length}`, quantity: "", unit: "", totalCents }];
}

/** Whether these lines were shown, in their order, whatever taxes stood below them. */
export function wasShown(
  shown: readonly Pick<ShownLine, "description" | "totalCents">[],
  sold: readonly Pick<ShownLine, "description" | "totalCents">[],
): boolean {
  const wanted = shownLines(sold.map((line) => ({ quantity: "", unit: "", ...line })));
  return wanted.every(
    ({ description, totalCents }, at) =>
      shown[at]?.description === description && shown[at]?.totalCents === totalCents,
  );
}

type SoldTax = { name: string; rate: string; taxCents: Cents };

/** So many rates stand on their own below the lines. */
const TAXES_SHOWN = 8;

/** A sale as it is shown to whoever signs for it: its lines, and below them the taxes. */
export const shownSale = (
  lines: readonly ShownLine[],
  taxes: readonly SoldTax[],
  locale: string,
): ShownLine[] => [
  ...shownLines(lines),
  ...taxes
    .filter(({ taxCents }) => taxCents !== 0)
    .slice(0, TAXES_SHOWN)
    .map(({ name, rate, taxCents }) => ({
      description: cut(`${name} ${formatPercent(rate, locale)}`),
      quantity: "",
      unit: "",
      totalCents: taxCents,
    })),
];

// Billing terms: when an invoice is due, counted from the day of its issue, and what a customer may keep for paying early.
// They are kept as a code that says all of it, so what an invoice was issued under never changes with the settings.
import { present } from "../assert.ts";
import { RATE_DIGITS, decimalText, parseDecimal } from "./decimal.ts";
import { addDays, addMonths, daysBetween, earlier, lastDayOf, monthOf, type Day } from "./day.ts";
import { ZERO, minus, plus, smaller, type Cents } from "./money.ts";
import { percentOf } from "./share.ts";

/** Percent of the subtotal, with up to three decimals ("2"), for a payment at most so many days after the issue. */
export type Discount = { percent: string; days: number };

/** So many days after the issue; on the last day of its month; or a day of the month that follows, the last where it has fewer. */
type Due = { kind: "net"; days: number } | { kind: "month-end" } | { kind: "day"; day: number };
export type Terms = Due & { discount: Discount | null };

/** What a business offers before it decides otherwise. */
export const FIRST_TERMS = ["net-0", "net-15", "net-30", "net-60"] as const;

/** The longest that terms may be. */
const LONGEST = 365;

/** How a code is written, also for the database. */
export const TERMS_FORM = "^(net-[0-9]{1,3}|day-[0-9]{1,2}|eom)(-[0-9]{1,2}([.][0-9]{1,3})?-[0-9]{1,3})?$";
const CODE = /^(?:net-(\d{1,3})|day-(\d{1,2})|(eom))(?:-(\d{1,2}(?:\.\d{1,3})?)-(\d{1,3}))?$/;

/** As they are kept: "net-30", "day-10", "eom", "net-30-2-10" for 2/10 net 30. null for what are no terms. */
export function readTerms(code: string): Terms | null {
  const [whole, net, day, , percent, within] = CODE.exec(code) ?? [];
  if (whole === undefined) return null;
  const due: Due =
    net !== undefined
      ? { kind: "net", days: Number(net) }
      : day !== undefined
        ? { kind: "day", day: Number(day) }
        : { kind: "month-end" };
  const discount = percent === undefined || within === undefined ? null : { percent, days: Number(within) };
  const terms = { ...due, discount };
  return faultOf(terms) === null && termsCode(terms) === code ? terms : null;
}

/** Terms that a row keeps: the database refuses what are none. */
export const keptTerms = (code: string): Terms => present(readTerms(code), `${code} are terms`);

export type TermsFault = "days" | "day" | "percent" | "discount-days" | "discount-late";

/** What is wrong with terms as somebody made them up. */
export function faultOf(terms: Terms): TermsFault | null {
  const { discount } = terms;
  if (terms.kind === "net" && !isCount(terms.days, 0)) return "days";
  if (terms.kind === "day" && !(isCount(terms.day, 1) && terms.day <= 31)) return "day";
  if (!discount) return null;
  const percent = parseDecimal(discount.percent, RATE_DIGITS);
  if (!percent || percent.units === 0n || percent.units >= 100n * 10n ** BigInt(percent.scale))
    return "percent";
  if (!isCount(discount.days, 0)) return "discount-days";
  return terms.kind === "net" && discount.days > terms.days ? "discount-late" : null;
}

const isCount = (count: number, least: number) =>
  Number.isInteger(count) && count >= least && count <= LONGEST;

/** Of terms without a fault. */
export function termsCode(terms: Terms): string {
  const due = terms.kind === "net" ? `net-${terms.days}` : terms.kind === "day" ? `day-${terms.day}` : "eom";
  if (!terms.discount) return due;
  const percent = parseDecimal(terms.discount.percent, RATE_DIGITS);
  return `${due}-${percent ? decimalText(percent) : ""}-${terms.discount.days}`;
}

/** "2/10 net 30": as a person says them. */
export function termsWords(terms: Terms): string {
  const due = dueWords(terms);
  const { discount } = terms;
  if (!discount) return due;
  const said = `${discount.percent}/${discount.days}`;
  return terms.kind === "net" && terms.days > 0
    ? `${said} net ${terms.days}`
    : `${said}, ${due.toLowerCase()}`;
}

function dueWords(terms: Terms): string {
  if (terms.kind === "net") return terms.days === 0 ? "Immediate" : `Net ${terms.days}`;
  if (terms.kind === "month-end") return "End of month";
  return terms.day === 31 ? "Last day of next month" : `Day ${terms.day} of next month`;
}

/** What a code says, and a code that says nothing as it stands. */
export function codeWords(code: string): string {
  const terms = readTerms(code);
  return terms ? termsWords(terms) : code;
}

/** The code of terms that are said as above, in any case; null for other words. */
export function codeSaid(words: string): string | null {
  const [, percent, within, due = ""] =
    /^(?:(\d+(?:\.\d+)?)\/(\d+),? )?(.+)$/.exec(words.trim().toLowerCase()) ?? [];
  const [, days] = /^net (\d+)$/.exec(due) ?? [];
  const [, day] = /^day (\d+) of next month$/.exec(due) ?? [];
  const base = days ? `net-${days}` : day ? `day-${day}` : DUE_SAID[due];
  if (base === undefined) return null;
  const code = percent === undefined ? base : `${base}-${percent}-${within}`;
  return readTerms(code) && code;
}
const DUE_SAID: Readonly<Record<string, string>> = {
  immediate: "net-0",
  "end of month": "eom",
  "last day of next month": "day-31",
};

/** Never before the invoice. */
export function dueUnder(terms: Terms, issuedOn: Day): Day {
  if (terms.kind === "net") return addDays(issuedOn, terms.days);
  if (terms.kind === "month-end") return lastDayOf(issuedOn);
  const month = addMonths(monthOf(issuedOn), 1);
  return earlier(addDays(month, terms.day - 1), lastDayOf(month));
}

/** The shortest first; of two that are due together, the one without a discount. */
export const inOrder = (codes: readonly string[]): string[] =>
  [...codes].sort((a, b) => daysUnder(a) - daysUnder(b) || (a < b ? -1 : 1));

/** The days that they give an invoice of the first of a month: by that, one is shorter than another. */
const FIRST = "2026-01-01" as Day;
export const isShorter = (code: string, than: string): boolean => daysUnder(code) < daysUnder(than);
const daysUnder = (code: string): number => daysBetween(FIRST, dueUnder(keptTerms(code), FIRST));

/** What may be kept of an invoice, and the last day on which the payment is in time. */
export type Offer = { offeredCents: Cents; untilOn: Day };

/** Of its subtotal, before tax and retainage, and never more than `openCents`. null where its terms give none. */
export function offerUnder(
  code: string,
  invoice: { issuedOn: Day; subtotalCents: Cents; openCents: Cents },
): Offer | null {
  const discount = readTerms(code)?.discount ?? null;
  if (!discount) return null;
  const offeredCents = smaller(percentOf(invoice.subtotalCents, discount.percent), invoice.openCents);
  return offeredCents > 0 ? { offeredCents, untilOn: addDays(invoice.issuedOn, discount.days) } : null;
}

/** The offer that stands on that day; null once it is too late. */
export const offerOn = (offer: Offer | null, on: Day): Offer | null =>
  offer !== null && on <= offer.untilOn ? offer : null;

/** All of them, and the last day on which none is too late; null for none. */
export function offersTogether(offers: readonly (Offer | null)[]): Offer | null {
  const [first, ...more] = offers.filter((offer) => offer !== null);
  if (!first) return null;
  return more.reduce(
    (all, { offeredCents, untilOn }) => ({
      offeredCents: plus(all.offeredCents, offeredCents),
      untilOn: earlier(all.untilOn, untilOn),
    }),
    first,
  );
}

/** What settles it on that day ("final due"): what is open, less what may still be kept of it. */
export const payableOn = (openCents: Cents, offer: Offer | null, on: Day): Cents =>
  minus(openCents, offerOn(offer, on)?.offeredCents ?? ZERO);

// A change of many as it is typed, read into what it does, or into what is wrong with it.
import type { BulkChange } from "@/domain/credit/bulk-terms.ts";
import { isDay } from "@/domain/values/day.ts";
import { minorDigits, parseAmount } from "@/domain/values/money.ts";
import { sampleNumber, type Notation } from "@/domain/values/written-number.ts";

export const CHANGES = {
  limit: "Set the limit to",
  percent: "Change the limit by",
  hold: "Put on hold",
  release: "Release from hold",
  review: "Look at them again on",
} as const satisfies Record<BulkChange["kind"], string>;

export type TypedChange = { kind: BulkChange["kind"]; amount: string; percent: string; reviewOn: string };

export const NOTHING_TYPED: TypedChange = { kind: "limit", amount: "", percent: "", reviewOn: "" };

export const kindOf = (value: string): BulkChange["kind"] =>
  value === "percent" || value === "hold" || value === "release" || value === "review" ? value : "limit";

/** The change, or what is wrong with the box of its kind. */
export function readChange(
  { kind, amount, percent, reviewOn }: TypedChange,
  { currency, locale }: Notation,
): { change: BulkChange; fault: undefined } | { change: null; fault: string } {
  if (kind === "hold" || kind === "release") return { change: { kind }, fault: undefined };
  if (kind === "review")
    return isDay(reviewOn)
      ? { change: { kind, reviewOn }, fault: undefined }
      : { change: null, fault: "Choose a day." };
  if (kind === "percent") {
    const text = percent.trim().replace("−", "-");
    const whole = Number(text);
    return text !== "" && Number.isInteger(whole) && whole >= -100 && whole <= 1000
      ? { change: { kind, percent: whole }, fault: undefined }
      : { change: null, fault: "Enter whole percent like 10 or -25." };
  }
  const limitCents = parseAmount(amount, currency, locale);
  return typeof limitCents === "number" && limitCents >= 0
    ? { change: { kind, limitCents }, fault: undefined }
    : { change: null, fault: `Enter an amount like ${sampleNumber(locale, minorDigits(currency))}.` };
}

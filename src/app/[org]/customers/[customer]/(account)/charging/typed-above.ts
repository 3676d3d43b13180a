// An amount that is more than nothing, as somebody types it.
import { parseAmount, type Cents } from "@/domain/values/money.ts";

export const ABOVE_NOTHING = "Enter an amount above nothing.";

/** null where it is no such amount. */
export function typedAbove(text: string, currency: string, locale: string): Cents | null {
  const amount = parseAmount(text, currency, locale);
  return typeof amount === "number" && amount > 0 ? amount : null;
}

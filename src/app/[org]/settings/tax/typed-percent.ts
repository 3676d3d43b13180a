// A percentage as somebody types it in the business's own notation, for the server to read; what is none goes as it is, to
// be refused at its field.
import { plainNumber } from "@/domain/values/written-number.ts";

export function plainPercent(text: string, locale: string): string {
  const typed = text.trim().replace(/\s*%$/, "");
  return typed === "" ? "" : (plainNumber(typed, locale) ?? `?${typed}`);
}

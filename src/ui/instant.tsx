// When something was done, in the business's zone and language, with the machine's form beside it.
import { formatInstant, isoInstant } from "@/domain/values/instant.ts";

export type DateStyle = { locale: string; zone: string };

export function InstantText({ at, locale, zone }: DateStyle & { at: string }) {
  return <time dateTime={isoInstant(at)}>{formatInstant(at, locale, zone)}</time>;
}

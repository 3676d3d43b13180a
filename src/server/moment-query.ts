// Which moment of the books somebody asks for: a day up to today, and an instant at which it was known. An instant that
// is still to come is as good as none: now.
import { z } from "zod";
import type { Moment } from "@/books/ledger/as-of.ts";
import { safeKnownAt } from "@/books/ledger/known-at.ts";
import { earlier, type Day as DayType } from "@/domain/values/day.ts";
import { AnyDay } from "@/domain/values/day-shape.ts";
import { msOf } from "@/domain/values/instant.ts";
import { now } from "./clock.ts";

/** Postgres has no year 0, and nobody knew anything before 1900. */
export const KnownAt = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= "1900", "Choose a later instant.");
export const AtMoment = {
  asOf: AnyDay.optional().meta({ description: "As of the end of that day; left out, today." }),
  knownAt: KnownAt.optional().meta({ description: "As it was known at that instant; left out, now." }),
};

const Asked = z.looseObject({ knownAt: KnownAt });

/**
 * The instant that a question's input asks for, held back behind writes that are still open; null is now. `isFinal`: now
 * is held back, too, and never null.
 */
export async function parseKnownAtParam(input: unknown, isFinal = false): Promise<string | null> {
  const asked = Asked.safeParse(input);
  if (asked.success && msOf(asked.data.knownAt) < now().getTime()) return safeKnownAt(asked.data.knownAt);
  return isFinal ? safeKnownAt("infinity") : null;
}

/** `knownAt` as the door found it before it opened the books. */
export const momentOf = (
  given: { asOf?: DayType | undefined },
  { books, knownAt }: { books: { today: DayType }; knownAt: string | null },
): Moment => ({ asOf: given.asOf ? earlier(given.asOf, books.today) : books.today, knownAt });

type Asks = { asOf?: DayType | undefined; knownAt?: string | undefined };

/** What a question asks for, with the moment as books take it. */
export function askedAt<Asked extends Asks>(
  { asOf, knownAt: _knownAt, ...asked }: Asked,
  ctx: { books: { today: DayType }; knownAt: string | null },
): Omit<Asked, keyof Asks> & { at: Moment } {
  return { ...asked, at: momentOf({ asOf }, ctx) };
}

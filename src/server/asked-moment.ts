// Which moment of the books somebody asks for: a day up to today, and an instant at which it was known. An instant that
// is still to come is as good as none: now.
import { z } from "zod";
import type { Moment } from "@/books/as-of.ts";
import { Day, earlier, type Day as DayType } from "@/domain/day.ts";
import { msOf } from "@/domain/instant.ts";
import { now } from "./clock.ts";

export const KnownAt = z.iso.datetime({ offset: true });
export const AtMoment = { asOf: Day.optional(), knownAt: KnownAt.optional() };

export const momentOf = (
  given: { asOf?: DayType | undefined; knownAt?: string | undefined },
  today: DayType,
): Moment => ({
  asOf: given.asOf ? earlier(given.asOf, today) : today,
  knownAt: given.knownAt !== undefined && msOf(given.knownAt) < now().getTime() ? given.knownAt : null,
});

// An account's open credit with its days written out, so that the browser needs no calendar.
import { formatDay } from "@/domain/values/day-words.ts";
import type { RouterOutputs } from "@/server/client.ts";

type Page = RouterOutputs["openCredit"]["read"];
export type ListedCredit = Page["credits"][number] & { day: string };
export type Applications = Page["applications"];

export const listedCredits = (credits: Page["credits"], locale: string): ListedCredit[] =>
  credits.map((credit) => ({ ...credit, day: formatDay(credit.countsFrom, locale) }));

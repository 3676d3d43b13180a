// What taking an event back would do, with its days already written out for the browser.
import { formatDay, type Day } from "@/domain/values/day.ts";
import type { ClientOutput } from "@/server/client.ts";

export type Foresight = ClientOutput["events"]["foresee"];
export type ListedForesight = Foresight & { day: string };

export const listedForesight = (foresight: Foresight, locale: string): ListedForesight => ({
  ...foresight,
  day: formatDay(foresight.effectiveOn, locale),
});

export type Where = { org: string; locale: string; today: Day };

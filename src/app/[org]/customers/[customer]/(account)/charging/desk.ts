// What each part of the page knows of the account.
import type { Day } from "@/domain/values/day.ts";
import type { RouterOutputs } from "@/server/client.ts";

export type Charging = RouterOutputs["charging"]["read"];
export type Desk = {
  org: string;
  accountId: string;
  currency: string;
  locale: string;
  today: Day;
  mayChange: boolean;
  /** Of who may charge. */
  maySeeFaces: boolean;
};

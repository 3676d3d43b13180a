// What the form of a credit memo is about.
import type { Day } from "@/domain/values/day.ts";
import type { RouterOutputs } from "@/server/client.ts";

export type Billed = RouterOutputs["creditMemos"]["creditable"];
export type Account = RouterOutputs["payments"]["account"];
export type Place = { locale: string; today: Day };

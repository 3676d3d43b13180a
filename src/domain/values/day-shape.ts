// What a door accepts as a day. Apart from the arithmetic of days, so that a page that only writes them isn't sent zod.
import { z } from "zod";
import { isDay, type Day } from "./day.ts";

export const AnyDay = z
  .custom<Day>((value) => typeof value === "string" && isDay(value), "not a date (YYYY-MM-DD)")
  .meta({ type: "string", format: "date" });

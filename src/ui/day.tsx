// A business day as the business writes it, with the machine's form beside it.
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";

export function DayText({ day, locale }: { day: Day; locale: string }) {
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {formatDay(day, locale)}
    </time>
  );
}

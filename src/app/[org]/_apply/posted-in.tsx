"use client";
// Says before it is recorded that the month of its day is closed, and lets one choose the open month that takes it.
import { useState } from "react";
import { periodChoice, type PeriodChoice, type PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatDay, formatMonth } from "@/domain/values/day-words.ts";
import { SelectField } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";

export type Posting = {
  on: Day;
  /** null while the day's own month takes it. */
  choice: PeriodChoice | null;
  /** The month that takes it instead. */
  period: Day | undefined;
  choose: (period: Day) => void;
};

export function usePosting(on: Day, months: PostingMonths | null): Posting {
  const [chosen, choose] = useState<Day | null>(null);
  const choice = months && periodChoice(on, months);
  const period = choice?.open.find((month) => month === chosen) ?? choice?.open[0];
  return { on, choice, period, choose };
}

type Props = { posting: Posting; locale: string; error?: string | undefined };

export function PostedIn({ posting: { on, choice, period, choose }, locale, error }: Props) {
  if (!choice || !period) return null;
  const month = (day: Day) => formatMonth(day, locale);
  return (
    <Notice tone="soon" title={`${month(choice.closed)} is closed`}>
      <p>
        It will be dated {formatDay(on, locale)} and posted in {month(period)}. Balances and aging go by its
        date, the books of the month by where it is posted.
      </p>
      {choice.open.length > 1 || error ? (
        <div className="mt-2 max-w-60">
          <SelectField
            label="Post it in"
            name="period"
            value={period}
            onChange={(event) => choose(event.target.value as Day)}
            error={error}
          >
            {choice.open.map((open) => (
              <option key={open} value={open}>
                {month(open)}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
    </Notice>
  );
}

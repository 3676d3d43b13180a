"use client";
// The months of the books by year, open or closed, and the way to close one, all up to one, or open one again.
import { Lock } from "lucide-react";
import { useState } from "react";
import type { Day } from "@/domain/values/day.ts";
import { formatMonth } from "@/domain/values/day-words.ts";
import { countOf } from "@/domain/count-of.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { CloseMonth } from "./close-month.tsx";
import type { ClosingStyle } from "./closing-checks.tsx";
import { ReopenMonth } from "./reopen-month.tsx";
import { yearsOf, standing, type Period } from "./years.ts";

type Props = { org: string; style: ClosingStyle; periods: readonly Period[]; mayClose: boolean };

export function Months({ org, style, periods, mayClose }: Props) {
  const { locale } = style;
  const [asked, setAsked] = useState<Period | null>(null);
  const done = () => setAsked(null);
  const name = asked ? formatMonth(asked.month, locale) : "";
  const verb = asked?.status === "open" ? "Close" : "Reopen";
  return (
    <Section
      id="periods"
      title="Posting periods"
      note={standing(periods, (month) => formatMonth(month, locale))}
    >
      <Card>
        {yearsOf(periods).map(({ year, months }, index) => (
          <Year key={year} year={year} months={months} open={index === 0}>
            {months.map((period) => (
              <Month
                key={period.month}
                period={period}
                name={formatMonth(period.month, locale)}
                ask={mayClose ? () => setAsked(period) : null}
              />
            ))}
          </Year>
        ))}
      </Card>
      <Dialog title={`${verb} ${name}?`} open={asked !== null} onClose={done}>
        {asked?.status === "open" ? (
          <CloseMonth org={org} style={style} month={asked.month} first={firstOf(periods)} done={done} />
        ) : asked ? (
          <ReopenMonth org={org} month={asked.month} name={name} done={done} />
        ) : null}
      </Dialog>
    </Section>
  );
}

/** The list is newest first. */
const firstOf = (periods: readonly Period[]): Day | undefined => periods.at(-1)?.month;

type YearProps = { year: string; months: readonly Period[]; open: boolean; children: React.ReactNode };

function Year({ year, months, open, children }: YearProps) {
  const closed = months.filter(({ status }) => status === "closed").length;
  return (
    <details open={open} className="border-t border-line first:border-t-0">
      <summary className="flex min-h-11 cursor-pointer items-center gap-3 px-4 hover:bg-hover">
        <span className="font-semibold">{year}</span>
        <span className="text-13 text-soft">
          {closed === 0
            ? "all open"
            : closed === months.length
              ? "all closed"
              : countOf(closed, "month closed", "months closed")}
        </span>
      </summary>
      <ul className="grid gap-x-8 px-4 pb-3 desk:grid-cols-2 wide:grid-cols-3">{children}</ul>
    </details>
  );
}

type MonthProps = { period: Period; name: string; ask: (() => void) | null };

function Month({ period, name, ask }: MonthProps) {
  const isOpen = period.status === "open";
  return (
    <li className="flex min-h-11 items-center gap-3 border-t border-line">
      <span className="flex-1">{name}</span>
      {/* Neither is an exception: a closed month is told by its lock. */}
      <span className="inline-flex items-center gap-1 text-13 text-soft">
        {isOpen ? null : <Lock aria-hidden="true" className="size-3.5" />}
        {isOpen ? "Open" : "Closed"}
      </span>
      {ask ? (
        <Button variant="quiet" onClick={ask} aria-label={`${isOpen ? "Close" : "Reopen"} ${name}`}>
          {isOpen ? "Close" : "Reopen"}
        </Button>
      ) : null}
    </li>
  );
}

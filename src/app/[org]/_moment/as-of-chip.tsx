// The moment the page speaks of: the day, and the time at which it was known. It is a plain form that asks for the page
// again, so it needs no script; amber when that isn't today as known now. What was asked for and can't be shown is told by
// its field, which stands open then.
import { CalendarDays, ChevronDown } from "lucide-react";
import type { Route } from "next";
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { addDays, monthOf, type Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatInstant } from "@/domain/values/instant.ts";
import { Button } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Field } from "@/ui/field.tsx";
import { Menu } from "@/ui/menu.tsx";
import type { Query } from "../_shell/links.ts";
import { momentFaults, type MomentParams } from "./moment.ts";

type Props = {
  account: Pick<AccountPage, "asOf" | "isToday">;
  /** The moment that the address asks for, whatever of it can be shown. */
  asked: MomentParams;
  /** Given where a page can also be asked as it was known: the time typed, and the clock it was read from. */
  known?: { typed: string | undefined; at: string | null; zone: string };
  locale: string;
  today: Day;
  /** The page with nothing asked but what it is given. */
  to: (asked: Query) => Route;
  /** What else is asked and stays so, on any day. */
  kept?: Query;
};

/** "30 Jun 2026, as known 2 Jul 2026, 17:00". */
export function momentWords({ account, known, locale }: Pick<Props, "account" | "known" | "locale">): string {
  const day = formatDay(account.asOf, locale);
  return known?.at ? `${day}, as known ${formatInstant(known.at, locale, known.zone)}` : day;
}

export function AsOfChip({ account, asked, known, locale, today, to, kept = {} }: Props) {
  const { asOf, isToday } = account;
  const faults = momentFaults(asked, today);
  const monthEnd = addDays(monthOf(today), -1);
  return (
    <Menu
      side="end"
      startsOpen={Object.keys(faults).length > 0}
      variant={
        "min-h-9 gap-1.5 border px-3 py-1 desk:whitespace-nowrap touch:min-h-11 [&_svg]:size-4 " +
        (isToday
          ? "border-line bg-card text-soft hover:bg-hover"
          : "border-soon bg-soon-wash font-medium text-soon")
      }
      label={
        <>
          <CalendarDays aria-hidden="true" />
          {isToday ? "As of today" : `As of ${momentWords({ account, locale, ...(known && { known }) })}`}
          <ChevronDown aria-hidden="true" />
        </>
      }
    >
      <form action={to({})} method="get" className="grid gap-3 p-2">
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <Field
          label="Show the account as of"
          type="date"
          name="asOf"
          defaultValue={asOf}
          min="1900-01-01"
          max={today}
          error={faults.asOf}
          required
        />
        {known ? (
          <Field
            label="As it was known at (optional)"
            type="datetime-local"
            name="knownAt"
            defaultValue={known.typed}
            error={faults.knownAt}
            hint={`Leaves out what was recorded later. Time in ${known.zone.replaceAll("_", " ")}.`}
          />
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          {asOf === monthEnd ? null : (
            <ButtonLink href={to({ ...kept, asOf: monthEnd })}>End of last month</ButtonLink>
          )}
          {isToday ? null : <ButtonLink href={to(kept)}>Today</ButtonLink>}
          <Button type="submit" variant="primary">
            Show
          </Button>
        </div>
      </form>
    </Menu>
  );
}

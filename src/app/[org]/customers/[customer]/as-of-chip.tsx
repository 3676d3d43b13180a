// The day the page speaks of. It is a plain form that asks for the page again, so it needs no script; amber when the
// day isn't today.
import { CalendarDays, ChevronDown } from "lucide-react";
import type { Route } from "next";
import type { AccountPage } from "@/domain/account.ts";
import { formatDay, type Day } from "@/domain/day.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Menu } from "@/ui/menu.tsx";

type Props = { account: Pick<AccountPage, "asOf" | "isToday">; locale: string; today: Day; back: Route };

export function AsOfChip({ account, locale, today, back }: Props) {
  const { asOf, isToday } = account;
  return (
    <Menu
      side="end-on-wide"
      look={
        "min-h-9 gap-1.5 whitespace-nowrap border px-3 touch:min-h-11 [&_svg]:size-4 " +
        (isToday
          ? "border-line bg-card text-soft hover:bg-hover"
          : "border-soon bg-soon-wash font-medium text-soon")
      }
      label={
        <>
          <CalendarDays aria-hidden="true" />
          {isToday ? "As of today" : `As of ${formatDay(asOf, locale)}`}
          <ChevronDown aria-hidden="true" />
        </>
      }
    >
      <form action={back} method="get" className="grid gap-3 p-2">
        <Field
          label="Show the account as of"
          type="date"
          name="asOf"
          defaultValue={asOf}
          min="1900-01-01"
          max={today}
          required
        />
        <div className="flex justify-end gap-2">
          {isToday ? null : <ButtonLink href={back}>Today</ButtonLink>}
          <Button type="submit" look="primary">
            Show
          </Button>
        </div>
      </form>
    </Menu>
  );
}

"use client";
// How often, from when, until when, and whether it is issued at once or left as a draft.
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import {
  SCHEDULE_AS,
  cadenceWords,
  firstOn,
  type Cadence,
  type ScheduleAs,
} from "@/domain/invoices/recurring.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { day as dayOf, isDay, type Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toRecurring } from "../../../_shell/links.ts";

type Props = { org: string; locale: string; like: { kind: "invoice" | "draft"; id: string }; today: Day };
type Given = {
  every: "week" | "month";
  day: string;
  startsOn: string;
  end: "never" | "day" | "count";
  endsOn: string;
  count: string;
  as: ScheduleAs;
};

const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);

export function RecurringForm({ org, locale, like, today }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState<Given>({
    every: "month",
    day: String(Number(today.slice(8))),
    startsOn: today,
    end: "never",
    endsOn: "",
    count: "",
    as: "issued",
  });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Given>) => setGiven({ ...given, ...part });
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).recurring.start.mutate({ commandKey, like, ...inputOf(given) }),
    ({ nextOn }) => {
      toast(`The first is of ${formatDay(nextOn, locale)}`);
      router.push(toRecurring(org));
    },
  );
  const wrong = faultsOf(given, today);
  const error = (field: keyof Given) => fault?.fields[field] ?? (tried ? wrong[field] : undefined);
  const cadence: Cadence =
    given.every === "week" ? { every: "week" } : { every: "month", day: whole(given.day) };
  const isSaid = Object.keys(wrong).length === 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(wrong);
    if (first === undefined) return send(null);
    form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      className="grid max-w-3xl gap-4 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <FaultNotice fault={fault} />
      <div className="grid items-start gap-4 desk:grid-cols-3">
        <SelectField
          label="Comes"
          name="every"
          value={given.every}
          onChange={(event) => set({ every: event.target.value === "week" ? "week" : "month" })}
        >
          <option value="month">Every month</option>
          <option value="week">Every week</option>
        </SelectField>
        {given.every === "month" ? (
          <Field
            label="On day"
            hint="31 is the last day of the month."
            name="day"
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            value={given.day}
            onChange={(event) => set({ day: event.target.value })}
            error={error("day")}
            required
          />
        ) : null}
        <Field
          label="From"
          hint={given.every === "week" ? "Its weekday is that of each." : undefined}
          type="date"
          name="startsOn"
          min={today}
          value={given.startsOn}
          onChange={(event) => set({ startsOn: event.target.value })}
          error={error("startsOn")}
          required
        />
        <SelectField
          label="Ends"
          name="end"
          value={given.end}
          onChange={(event) => set({ end: endOf(event.target.value) })}
        >
          <option value="never">When somebody ends it</option>
          <option value="day">On a day</option>
          <option value="count">After a number of invoices</option>
        </SelectField>
        {given.end === "day" ? (
          <Field
            label="Last day"
            type="date"
            name="endsOn"
            min={given.startsOn}
            value={given.endsOn}
            onChange={(event) => set({ endsOn: event.target.value })}
            error={error("endsOn")}
            required
          />
        ) : null}
        {given.end === "count" ? (
          <Field
            label="How many"
            name="count"
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={given.count}
            onChange={(event) => set({ count: event.target.value })}
            error={error("count")}
            required
          />
        ) : null}
        <SelectField
          label="Made as"
          name="as"
          value={given.as}
          onChange={(event) => set({ as: SCHEDULE_AS.find((as) => as === event.target.value) ?? given.as })}
        >
          <option value="issued">An invoice, issued</option>
          <option value="mailed">An invoice, issued and mailed</option>
          <option value="draft">A draft, for somebody to issue</option>
        </SelectField>
      </div>
      <p role="status" className="text-13 text-soft">
        {isSaid
          ? `${cadenceWords(cadence)}; the first is of ${formatDay(firstOn(cadence, dayOf(given.startsOn)), locale)}.`
          : ""}
      </p>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Have it come again
        </Button>
      </div>
    </form>
  );
}

const endOf = (text: string): Given["end"] => (text === "day" || text === "count" ? text : "never");

function faultsOf(given: Given, today: Day): Partial<Record<keyof Given, string>> {
  const day = whole(given.day);
  const count = whole(given.count);
  return {
    ...(given.every === "month" && (day < 1 || day > 31) && { day: "Enter a day from 1 to 31." }),
    ...((!isDay(given.startsOn) || given.startsOn < today) && { startsOn: "Choose today or a later day." }),
    ...(given.end === "day" &&
      (!isDay(given.endsOn) || given.endsOn < given.startsOn) && { endsOn: "Choose a day after its first." }),
    ...(given.end === "count" && (count < 1 || count > 1000) && { count: "Enter how many, up to 1,000." }),
  };
}

const inputOf = ({ every, day, startsOn, end, endsOn, count, as }: Given) => ({
  every,
  day: every === "month" ? whole(day) : null,
  startsOn: dayOf(startsOn),
  endsOn: end === "day" ? dayOf(endsOn) : null,
  count: end === "count" ? whole(count) : null,
  as,
});

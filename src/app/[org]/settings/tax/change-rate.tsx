"use client";
// Another percentage from a day on; what was sold before keeps the one of its day.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { Rate } from "@/domain/business/taxes.ts";
import type { Day } from "@/domain/values/day.ts";
import { isDay } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { DialogForm } from "../dialog-form.tsx";
import { plainPercent } from "./typed-percent.ts";

type Props = { org: string; rate: Rate; locale: string; today: Day };

export function ChangeRate({ org, rate, locale, today }: Props) {
  const { rateId, name, steps, percent } = rate;
  const empty = { percent: typedNumber(percent ?? "", locale), fromOn: today as string };
  return (
    <DialogForm
      title={`Change ${name}`}
      opener="Change rate"
      openerLabel={`Change rate of ${name}`}
      quiet
      button="Change rate"
      empty={empty}
      send={({ percent: typed, fromOn }, commandKey) =>
        api(org).taxes.changeRate.mutate({
          commandKey,
          rateId,
          fromOn: isDay(fromOn) ? fromOn : today,
          percent: plainPercent(typed, locale),
        })
      }
      said={({ fromOn }) => `${name} changes from ${isDay(fromOn) ? formatDay(fromOn, locale) : "today"} on`}
    >
      {({ typed, type, errors }) => (
        <>
          <Field
            label="Rate, percent"
            name="percent"
            inputMode="decimal"
            autoComplete="off"
            hint="Up to three decimals; 0 where it is no longer taken."
            value={typed.percent}
            onChange={(event) => type({ percent: event.target.value })}
            error={errors["percent"]}
            required
          />
          <Field
            label="From"
            name="fromOn"
            type="date"
            hint="What is dated before keeps the rate of its day."
            value={typed.fromOn}
            onChange={(event) => type({ fromOn: event.target.value })}
            error={errors["fromOn"] ?? (isDay(typed.fromOn) ? undefined : "Enter a day.")}
            required
          />
          <ul className="grid gap-1 text-13 text-soft">
            {steps.map((step) => (
              <li key={`${step.fromOn} ${step.percent} ${step.decidedBy}`}>
                {formatPercent(step.percent, locale)}
                {step.fromOn > "1900-01-01" ? ` from ${formatDay(step.fromOn, locale)}` : " at first"}, by{" "}
                {step.decidedBy}
              </li>
            ))}
          </ul>
        </>
      )}
    </DialogForm>
  );
}

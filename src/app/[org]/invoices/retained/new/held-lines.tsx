"use client";
// What is held back, by job, invoice and line, each with a box for how much of it is billed.
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, minus, type Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { ConditionList } from "../condition-list.tsx";
import { keyOf, type HeldAccount, type HeldLine, type Retained } from "./use-retained.ts";

type Props = { account: HeldAccount; retained: Retained; locale: string };

export function HeldLines({ account, retained, locale }: Props) {
  const groups = [...Map.groupBy(account.lines, (line) => line.job?.jobId ?? "").values()];
  return (
    <div className="grid gap-4">
      {groups.map((lines) => {
        const job = lines[0]?.job ?? null;
        const name = job ? `Job ${job.number} ${job.name}` : "Without a job";
        return (
          <fieldset
            key={job?.jobId ?? ""}
            className="min-w-0 rounded-card border border-line bg-card p-4 desk:p-5"
          >
            <legend className="sr-only">{name}</legend>
            <div className="mb-2 flex flex-wrap items-center gap-2">
              <p aria-hidden="true" className="min-w-0 font-semibold wrap-anywhere">
                {name}
              </p>
              <span className="ml-auto flex gap-2">
                <Button onClick={() => retained.fillWhole(lines)} aria-label={`All of ${name}`}>
                  All
                </Button>
                <Button variant="quiet" onClick={() => retained.clear(lines)} aria-label={`None of ${name}`}>
                  None
                </Button>
              </span>
            </div>
            <ul className="divide-y divide-line">
              {lines.map((line) => (
                <HeldRow
                  key={keyOf(line)}
                  line={line}
                  currency={account.currency}
                  locale={locale}
                  retained={retained}
                />
              ))}
            </ul>
          </fieldset>
        );
      })}
    </div>
  );
}

type RowProps = { line: HeldLine; currency: string; locale: string; retained: Retained };

function HeldRow({ line, currency, locale, retained }: RowProps) {
  const { number, issuedOn, description, withheldCents, heldCents } = line;
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const released = minus(withheldCents, heldCents);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-medium wrap-anywhere">{description}</p>
        <p className="text-13 text-soft">
          Invoice {number} of {formatDay(issuedOn, locale)}
        </p>
        <p className="text-13 text-soft">
          {write(heldCents)} held back
          {released > 0 ? `; ${write(released)} of ${write(withheldCents)} billed before` : ""}
        </p>
        <ConditionList line={line} locale={locale} />
      </div>
      <div className="w-40 max-desk:w-full">
        <Field
          label={`To bill, ${currency}`}
          aria-label={`To bill of ${number}, ${description}`}
          name={keyOf(line)}
          inputMode="decimal"
          autoComplete="off"
          value={retained.entry.amounts[keyOf(line)] ?? ""}
          error={retained.errorOf(line)}
          onChange={(event) => retained.type(line, event.target.value)}
        />
      </div>
    </li>
  );
}

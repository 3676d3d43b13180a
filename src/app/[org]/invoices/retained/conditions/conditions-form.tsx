"use client";
// The held lines with what each waits for; whichever are chosen get conditions, or have one of them met, in one step.
import { useState } from "react";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, sum } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { ConditionList } from "../condition-list.tsx";
import { keyOf, type HeldLine, type Place } from "../new/use-retained.ts";
import { MeetDialog } from "./meet-dialog.tsx";
import { SetDialog } from "./set-dialog.tsx";

type Props = { org: string; lines: readonly HeldLine[]; currency: string; place: Place };

export function ConditionsForm({ org, lines, currency, place }: Props) {
  const { locale } = place;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<"set" | "meet" | null>(null);
  const chosen = lines.filter((line) => !left.has(keyOf(line)));
  const groups = [...Map.groupBy(lines, (line) => line.job?.jobId ?? "").values()];
  const close = () => setAsked(null);
  const dialog = { org, lines: chosen, place, onClose: close };
  const isAll = chosen.length === lines.length;
  function choose(of: readonly HeldLine[], isChosen: boolean) {
    const next = new Set(left);
    for (const line of of) {
      if (isChosen) next.delete(keyOf(line));
      else next.add(keyOf(line));
    }
    setLeft(next);
  }
  const held = formatAmount(sum(chosen.map((line) => line.heldCents)), currency, locale);
  return (
    <div className="grid max-w-4xl gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" disabled={chosen.length === 0} onClick={() => setAsked("set")}>
          Set conditions
        </Button>
        <Button
          disabled={chosen.every((line) => line.release.conditions.length === 0)}
          onClick={() => setAsked("meet")}
        >
          Mark as met
        </Button>
        <Button variant="quiet" onClick={() => choose(lines, !isAll)}>
          {isAll ? "Choose none" : "Choose all"}
        </Button>
        <p role="status" className="ml-auto text-soft">
          {chosen.length} of {lines.length} chosen, {currency} {held}
        </p>
      </div>
      {groups.map((of) => {
        const job = of[0]?.job ?? null;
        return (
          <fieldset
            key={job?.jobId ?? ""}
            className="min-w-0 rounded-card border border-line bg-card px-4 py-2 desk:px-5"
          >
            <legend className="sr-only">{nameOf(job)}</legend>
            <p aria-hidden="true" className="pt-2 font-semibold wrap-anywhere">
              {nameOf(job)}
            </p>
            <ul className="divide-y divide-line">
              {of.map((line) => (
                <li key={keyOf(line)} className="py-3">
                  <label className="flex min-h-9 items-start gap-3 touch:min-h-11">
                    <input
                      type="checkbox"
                      checked={!left.has(keyOf(line))}
                      onChange={(event) => choose([line], event.target.checked)}
                      className="mt-1 size-4 shrink-0"
                    />
                    <span className="min-w-0 flex-1">
                      <span className="block font-medium wrap-anywhere">{line.description}</span>
                      <span className="block text-13 text-soft">
                        Invoice {line.number} of {formatDay(line.issuedOn, locale)}
                      </span>
                    </span>
                    <span className="font-medium">{formatAmount(line.heldCents, currency, locale)}</span>
                  </label>
                  <div className="pl-7">
                    <ConditionList line={line} locale={locale} />
                  </div>
                </li>
              ))}
            </ul>
          </fieldset>
        );
      })}
      <SetDialog key={`set ${asked}`} {...dialog} open={asked === "set"} />
      <MeetDialog key={`meet ${asked}`} {...dialog} open={asked === "meet"} />
    </div>
  );
}

const nameOf = (job: HeldLine["job"]): string => (job ? `Job ${job.number} ${job.name}` : "Without a job");

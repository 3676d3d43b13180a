"use client";
// The two ways in which invoices come into the books: as what is open on a day, or as they were billed and paid.
import { useId, useState, type FormEvent } from "react";
import type { Day } from "@/domain/values/day.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Field } from "@/ui/field.tsx";
import { usePlan } from "./plan-desk.tsx";
import { RadioChoice } from "./radio-choice.tsx";

/** `suggestedOn`: the day that the open items are taken as of, where nobody said. */
type Props = { isAsked: boolean; suggestedOn: Day };

export function WayIn({ isAsked, suggestedOn }: Props) {
  const { plan, change, isLooking } = usePlan();
  // While the file is looked at again, what was answered shows already.
  const [way, setWay] = useState(plan.way);
  const [on, setOn] = useState<string>(suggestedOn);
  const [isMissing, setMissing] = useState(false);
  const name = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(way === null);
    if (way === "open") change({ way, openAsOf: on as Day });
    if (way === "history") change({ way, openAsOf: null });
  }

  const isSame = !isAsked && way === plan.way && (way === "history" || on === plan.openAsOf);
  return (
    <Section id="way" title="How it comes into the books" note={isAsked ? "To be answered" : undefined}>
      <Card padded>
        <form onSubmit={submit} className="grid gap-4">
          <fieldset>
            <legend className="sr-only">How it comes into the books</legend>
            <RadioChoice
              name={name}
              checked={way === "open"}
              onChoose={() => setWay("open")}
              label="Open items as of a day"
              hint="What was still owed that day, against opening balances. Nothing counts as revenue a second time. Usually the day before your books start."
              question={isAsked}
            />
            <RadioChoice
              name={name}
              checked={way === "history"}
              onChoose={() => setWay("history")}
              label="History"
              hint="Each invoice is billed and paid on its own day, as revenue and payments of these books."
            />
          </fieldset>
          {way === "open" ? (
            <div className="max-w-52">
              <Field
                label="As of"
                type="date"
                required
                value={on}
                onChange={({ currentTarget }) => setOn(currentTarget.value)}
              />
            </div>
          ) : null}
          {isSame ? null : (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button type="submit" variant={isAsked ? "primary" : "plain"} pending={isLooking}>
                {isAsked ? "Use this answer" : "Change it"}
              </Button>
              <p aria-live="polite" className="text-13 text-late">
                {isMissing ? "Choose one of the two first." : ""}
              </p>
            </div>
          )}
        </form>
      </Card>
    </Section>
  );
}

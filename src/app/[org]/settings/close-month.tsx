"use client";
// Closes a month, or all open months up to it: first says how many events are in it and that nothing more can be posted.
import { useRouter } from "next/navigation";
import { useEffect, useState, type FormEvent } from "react";
import { countOf } from "@/domain/count-of.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatMonth } from "@/domain/values/day-words.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { faultOf, useCommand } from "@/ui/use-command.ts";

type Props = { org: string; locale: string; month: Day; first: Day | undefined; done: () => void };
type Foreseen = { months: number; events: number };

export function CloseMonth({ org, locale, month, first = month, done }: Props) {
  const router = useRouter();
  const [from, setFrom] = useState<Day>(month);
  const one = useForeseen(org, month, month);
  const all = useForeseen(org, first, month);
  const name = formatMonth(month, locale);
  const { send, pending, fault } = useCommand(
    (range: { from: Day; through: Day }, commandKey) =>
      api(org).periods.close.mutate({ commandKey, ...range }),
    ({ months, events }) => {
      toast(`${months === 1 ? name : countOf(months, "month")} closed, with ${countOf(events, "event")}`);
      done();
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    send({ from, through: month });
  }
  const said = fault?.message ?? one.fault ?? all.fault;
  return (
    <form onSubmit={submit} className="grid gap-4">
      {said ? <Notice tone="late">{said}</Notice> : null}
      <fieldset className="grid gap-1">
        <legend className="sr-only">What to close</legend>
        <Choice
          checked={from === month}
          choose={() => setFrom(month)}
          label={`Only ${name}`}
          effect={one.previewed}
        />
        {all.previewed && all.previewed.months > 1 ? (
          <Choice
            checked={from !== month}
            choose={() => setFrom(first)}
            label={`All ${all.previewed.months} open months up to ${name}`}
            effect={all.previewed}
          />
        ) : null}
      </fieldset>
      <p className="text-13 text-soft">
        Nothing more can be posted into a closed month, by anybody or any import. What is dated in it goes to
        the next open month. It can be reopened, and the audit log says who did.
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={done}>Keep it open</Button>
        <Button type="submit" variant="primary" pending={pending}>
          Close
        </Button>
      </div>
    </form>
  );
}

type ChoiceProps = { checked: boolean; choose: () => void; label: string; effect: Foreseen | null };

function Choice({ checked, choose, label, effect }: ChoiceProps) {
  return (
    <label className="flex min-h-11 items-center gap-2.5">
      <input type="radio" name="range" checked={checked} onChange={choose} className="size-4" />
      <span className="flex-1">{label}</span>
      <span className="text-soft">{effect ? countOf(effect.events, "event") : "…"}</span>
    </label>
  );
}

/** What closing would do, asked for when the question is. */
function useForeseen(org: string, from: Day, through: Day) {
  const [previewed, setForeseen] = useState<Foreseen | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    void api(org)
      .periods.previewClosing.query({ from, through })
      .then(
        (answer) => stale || setForeseen(answer),
        (error: unknown) => stale || setFault(faultOf(error).message),
      );
    return () => {
      stale = true;
    };
  }, [org, from, through]);
  return { previewed, fault };
}

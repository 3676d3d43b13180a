"use client";
// Closes a month, or all open months up to it: first says how many events are in it and that nothing more can be posted.
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { countOf } from "@/domain/count-of.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatMonth } from "@/domain/values/day-words.ts";
import { api } from "@/server/client.ts";
import { ConfirmForm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { faultOf, useCommand } from "@/ui/use-command.ts";
import { ClosingChecks, type ClosingStyle } from "./closing-checks.tsx";

type Props = {
  org: string;
  style: ClosingStyle;
  month: Day;
  first: Day | undefined;
  done: () => void;
};
type ClosingPreview = { months: number; events: number };

export function CloseMonth({ org, style, month, first = month, done }: Props) {
  const { locale } = style;
  const router = useRouter();
  const [from, setFrom] = useState<Day>(month);
  const one = usePreview(org, month, month);
  const all = usePreview(org, first, month);
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

  const unread = one.fault ?? all.fault;
  return (
    <ConfirmForm
      button="Close"
      variant="primary"
      keep="Keep it open"
      pending={pending}
      fault={fault}
      onClose={done}
      onConfirm={() => send({ from, through: month })}
    >
      {fault === null && unread ? <Notice tone="late">{unread}</Notice> : null}
      <fieldset className="grid gap-1">
        <legend className="sr-only">What to close</legend>
        <Choice
          checked={from === month}
          choose={() => setFrom(month)}
          label={`Only ${name}`}
          effect={one.preview}
        />
        {all.preview && all.preview.months > 1 ? (
          <Choice
            checked={from !== month}
            choose={() => setFrom(first)}
            label={`All ${all.preview.months} open months up to ${name}`}
            effect={all.preview}
          />
        ) : null}
      </fieldset>
      <ClosingChecks org={org} month={month} {...style} />
      <p className="text-13 text-soft">
        Nothing more can be posted into a closed month, by anybody or any import. What is dated in it goes to
        the next open month. It can be reopened, and the audit log says who did.
      </p>
    </ConfirmForm>
  );
}

type ChoiceProps = { checked: boolean; choose: () => void; label: string; effect: ClosingPreview | null };

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
function usePreview(org: string, from: Day, through: Day) {
  const [preview, setPreview] = useState<ClosingPreview | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    void api(org)
      .periods.previewClosing.query({ from, through })
      .then(
        (answer) => stale || setPreview(answer),
        (error: unknown) => stale || setFault(faultOf(error).message),
      );
    return () => {
      stale = true;
    };
  }, [org, from, through]);
  return { preview, fault };
}

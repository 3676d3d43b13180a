"use client";
// When and why something is reversed, and what is said when that can't be.
import type { Day } from "@/domain/values/day.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { ReverseState } from "./use-reverse.ts";

type Props = { reverse: ReverseState; earliest: Day; today: Day };

export function ReverseFields({ reverse, earliest, today }: Props) {
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[10rem_minmax(0,1fr)]">
      <Field
        label="Date"
        type="date"
        name="on"
        min={earliest}
        max={today}
        value={reverse.on}
        onChange={(event) => reverse.setOn((event.target.value || today) as Day)}
        error={reverse.errors["on"]}
        required
      />
      <Field
        label="Reason"
        hint="For the history; the customer isn’t shown it."
        name="reason"
        autoComplete="off"
        maxLength={500}
        value={reverse.reason}
        onChange={(event) => reverse.setReason(event.target.value)}
        error={reverse.errors["reason"]}
        required
      />
      <div className="desk:col-span-2">
        <Field
          label="Note to the customer (optional)"
          hint="Printed on the statement and shown behind its link."
          name="customerNote"
          autoComplete="off"
          maxLength={500}
          value={reverse.customerNote}
          onChange={(event) => reverse.setCustomerNote(event.target.value)}
          error={reverse.errors["customerNote"]}
        />
      </div>
    </div>
  );
}

export function ReverseFault({ reverse, seenSeq }: { reverse: ReverseState; seenSeq: number }) {
  return (
    <>
      {reverse.above ? <Notice tone="late">{reverse.above}</Notice> : null}
      {reverse.isStale(seenSeq) ? (
        <Notice tone="soon" title="This account changed meanwhile">
          <p className="mb-2">Nothing was done, and what you typed is kept.</p>
          <Button onClick={reverse.lookAgain}>See what changed</Button>
        </Notice>
      ) : null}
    </>
  );
}

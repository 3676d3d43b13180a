"use client";
// When and why an account is corrected, and what is said when that can't be.
import type { Day } from "@/domain/values/day.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { CorrectionState } from "./use-correction.ts";

type Props = { correction: CorrectionState; earliest: Day; today: Day };

export function CorrectionFields({ correction, earliest, today }: Props) {
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[10rem_minmax(0,1fr)]">
      <Field
        label="Date"
        type="date"
        name="on"
        min={earliest}
        max={today}
        value={correction.on}
        onChange={(event) => correction.setOn((event.target.value || today) as Day)}
        error={correction.errors["on"]}
        required
      />
      <Field
        label="Reason"
        hint="For the history; the customer isn’t shown it."
        name="reason"
        autoComplete="off"
        maxLength={500}
        value={correction.reason}
        onChange={(event) => correction.setReason(event.target.value)}
        error={correction.errors["reason"]}
        required
      />
      <div className="desk:col-span-2">
        <Field
          label="Note to the customer (optional)"
          hint="Printed on the statement and shown behind its link."
          name="customerNote"
          autoComplete="off"
          maxLength={500}
          value={correction.customerNote}
          onChange={(event) => correction.setCustomerNote(event.target.value)}
          error={correction.errors["customerNote"]}
        />
      </div>
    </div>
  );
}

export function CorrectionFault({ correction, seenSeq }: { correction: CorrectionState; seenSeq: number }) {
  return (
    <>
      {correction.above ? <Notice tone="late">{correction.above}</Notice> : null}
      {correction.isStale(seenSeq) ? (
        <Notice tone="soon" title="This account changed meanwhile">
          <p className="mb-2">Nothing was done, and what you typed is kept.</p>
          <Button onClick={correction.lookAgain}>See what changed</Button>
        </Notice>
      ) : null}
    </>
  );
}

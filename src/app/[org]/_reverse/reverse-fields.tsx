"use client";
// When and why something is taken back, and what is said when that can't be.
import type { Day } from "@/domain/values/day.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { UndoState } from "./use-reverse.ts";

type Props = { undo: UndoState; earliest: Day; today: Day };

export function UndoFields({ undo, earliest, today }: Props) {
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[10rem_minmax(0,1fr)]">
      <Field
        label="Date"
        type="date"
        name="on"
        min={earliest}
        max={today}
        value={undo.on}
        onChange={(event) => undo.setOn((event.target.value || today) as Day)}
        error={undo.errors["on"]}
        required
      />
      <Field
        label="Reason"
        name="reason"
        autoComplete="off"
        maxLength={500}
        value={undo.reason}
        onChange={(event) => undo.setReason(event.target.value)}
        error={undo.errors["reason"]}
        required
      />
    </div>
  );
}

export function UndoFault({ undo, seenSeq }: { undo: UndoState; seenSeq: number }) {
  return (
    <>
      {undo.above ? <Notice tone="late">{undo.above}</Notice> : null}
      {undo.isStale(seenSeq) ? (
        <Notice tone="soon" title="This account changed meanwhile">
          <p className="mb-2">Nothing was done, and what you typed is kept.</p>
          <Button onClick={undo.look}>See what changed</Button>
        </Notice>
      ) : null}
    </>
  );
}

"use client";
// The form that bills held retainage: the document's head, how much of which lines, and what it comes to.
import { useEffect, useRef, type FormEvent } from "react";
import { formatAmount } from "@/domain/values/money.ts";
import { codeWords } from "@/domain/values/terms.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { Notice } from "@/ui/notice.tsx";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import { enterAdvances } from "../../../_apply/enter-advances.ts";
import { PostedIn } from "../../../_apply/posted-in.tsx";
import { HeldLines } from "./held-lines.tsx";
import { useRetained, type HeldAccount, type Place } from "./use-retained.ts";

type Props = { org: string; account: HeldAccount; jobId: string | null; place: Place };

export function RetainedForm({ org, account, jobId, place }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const retained = useRetained({ org, account, jobId, place });
  const { entry, set, errors, fault, nothing } = retained;
  const { locale, today } = place;
  const write = formatAmount(retained.totalCents, account.currency, locale);
  useEffect(() => {
    if (fault) focusOnInvalid(form.current);
  }, [fault]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!retained.submit()) requestAnimationFrame(() => focusOnInvalid(form.current));
  }
  return (
    <form ref={form} onSubmit={submit} onKeyDown={enterAdvances} noValidate className="grid max-w-4xl gap-5">
      <FaultNotice fault={fault} />
      {retained.isRestored ? <RestoredNotice onDiscard={retained.startOver} /> : null}
      <div className="grid items-start gap-4 rounded-card border border-line bg-card p-4 desk:grid-cols-3 desk:p-5">
        <Field
          label="Invoice date"
          type="date"
          name="releasedOn"
          max={today}
          value={entry.releasedOn}
          error={errors["releasedOn"]}
          onChange={(event) => set({ releasedOn: event.target.value || today })}
          required
        />
        <Field
          label="Due"
          type="date"
          name="dueOn"
          hint={`Terms: ${codeWords(account.terms)}`}
          value={retained.dueOn}
          error={errors["dueOn"]}
          onChange={(event) => set({ dueOn: event.target.value })}
        />
        <Field
          label="Number"
          name="number"
          autoComplete="off"
          maxLength={60}
          hint="Left empty: the next of your series."
          value={entry.number}
          error={errors["number"]}
          onChange={(event) => set({ number: event.target.value })}
        />
      </div>
      <PostedIn posting={retained.posting} locale={locale} error={errors["period"]} />
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-40">
          <Field
            label="Share of it, %"
            name="share"
            inputMode="decimal"
            autoComplete="off"
            value={entry.share}
            error={retained.shareFault}
            onChange={(event) => set({ share: event.target.value })}
          />
        </div>
        <Button onClick={retained.fillShare}>Fill in this share</Button>
        <Button onClick={() => retained.fillWhole(account.lines)}>All that is held</Button>
        <Button variant="quiet" onClick={() => retained.clear(account.lines)}>
          None
        </Button>
      </div>
      {nothing ? <Notice tone="late">{nothing}</Notice> : null}
      <HeldLines account={account} retained={retained} locale={locale} />
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <TextAreaField
          label="Note to the customer"
          name="notesToCustomer"
          maxLength={2000}
          value={entry.notesToCustomer}
          error={errors["notesToCustomer"]}
          onChange={(event) => set({ notesToCustomer: event.target.value })}
        />
        <TextAreaField
          label="Internal note"
          name="notesInternal"
          hint="For your own people. On no paper."
          maxLength={2000}
          value={entry.notesInternal}
          error={errors["notesInternal"]}
          onChange={(event) => set({ notesInternal: event.target.value })}
        />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="text-16 font-semibold">
          {account.currency} {write}
        </p>
        <Button type="submit" variant="primary" data-step pending={retained.pending}>
          Issue retained invoice
        </Button>
      </div>
    </form>
  );
}

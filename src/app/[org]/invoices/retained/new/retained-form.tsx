"use client";
// The form that bills held retainage: the document's head, how much of which lines, and what it comes to.
import { useEffect, useRef, type FormEvent } from "react";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { Notice } from "@/ui/notice.tsx";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import { enterAdvances } from "../../../_apply/enter-advances.ts";
import { PostedIn } from "../../../_apply/posted-in.tsx";
import { TermsField } from "../../_editor/terms-field.tsx";
import { HeldLines } from "./held-lines.tsx";
import { OwnLines } from "./own-lines.tsx";
import { RetainedSums } from "./retained-sums.tsx";
import type { Ground } from "./use-own-lines.ts";
import { useRetained, type HeldAccount, type Place } from "./use-retained.ts";

type Props = { org: string; account: HeldAccount; narrowed: string; place: Place; ground: Ground };

export function RetainedForm({ org, account, narrowed, place, ground }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const retained = useRetained({ org, account, narrowed, place, ground });
  const { entry, set, errors, fault, nothing } = retained;
  const { locale, today } = place;
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
      <div className="grid items-start gap-4 rounded-card border border-line bg-card p-4 desk:grid-cols-4 desk:p-5">
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
        <TermsField
          value={entry.terms}
          codes={[...ground.terms, account.terms]}
          onChange={(terms) => set({ terms, dueOn: retained.dueOn })}
        />
        <Field
          label="Due date"
          type="date"
          name="dueOn"
          min={entry.releasedOn}
          value={retained.dueOn}
          error={errors["dueOn"]}
          onChange={(event) => set({ terms: "", dueOn: event.target.value })}
        />
        <Field
          label="Number"
          name="number"
          autoComplete="off"
          maxLength={60}
          placeholder="The next one"
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
      {retained.invoices > 1 && retained.beside.own === undefined ? null : (
        <OwnLines org={org} locale={locale} ground={ground} beside={retained.beside} />
      )}
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
        <RetainedSums retained={retained} currency={account.currency} locale={locale} />
        <Button type="submit" variant="primary" data-step pending={retained.pending}>
          {retained.invoices > 1 ? `Issue ${retained.invoices} retained invoices` : "Issue retained invoice"}
        </Button>
      </div>
    </form>
  );
}

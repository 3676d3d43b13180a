"use client";
// The credit memo before it is issued: what is credited, why, and beside it what that comes to and does.
import { useEffect, useRef, type FormEvent } from "react";
import { mostCredit } from "@/domain/invoices/invoice-credit.ts";
import type { CreditWay } from "@/domain/invoices/typed-credit.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { CommitBar } from "@/ui/commit-bar.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import { enterAdvances } from "../../../_apply/enter-advances.ts";
import { PostedIn } from "../../../_apply/posted-in.tsx";
import { CreditEffect } from "./credit-effect.tsx";
import { CreditLines } from "./credit-lines.tsx";
import type { Account, Billed, Place } from "./credited-invoice.ts";
import { useCredit, type Credit } from "./use-credit.ts";

type Props = { org: string; billed: Billed; account: Account; place: Place };

export function CreditForm({ org, billed, account, place }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const credit = useCredit({ org, billed, account, place });
  const { entry, set, read, fault } = credit;
  const errors = fault?.fields ?? {};
  useEffect(() => {
    if (fault) focusOnInvalid(form.current);
  }, [fault]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!credit.submit()) requestAnimationFrame(() => focusOnInvalid(form.current));
  }
  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={enterAdvances}
      noValidate
      className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-4">
        <FaultNotice fault={fault} />
        {fault?.code === "changed-meanwhile" || fault?.code === "more-than-billed" ? (
          <div>
            <Button onClick={credit.look}>See what is left</Button>
          </div>
        ) : null}
        {credit.isRestored ? <RestoredNotice onDiscard={credit.startOver} /> : null}
        <Ways credit={credit} />
        {entry.by === "lines" ? <CreditLines billed={billed} credit={credit} locale={place.locale} /> : null}
        {entry.by === "amount" ? <Amount billed={billed} credit={credit} locale={place.locale} /> : null}
        {entry.by !== "amount" && read.fault ? (
          <p role="alert" className="font-medium text-late">
            {read.fault}
          </p>
        ) : null}
        <div className="max-w-60">
          <Field
            label="Date"
            type="date"
            name="issuedOn"
            min={billed.issuedOn}
            max={place.today}
            value={entry.issuedOn}
            error={errors["issuedOn"]}
            onChange={({ currentTarget }) => set({ issuedOn: currentTarget.value || place.today })}
            required
          />
        </div>
        <PostedIn posting={credit.posting} locale={place.locale} error={errors["period"]} />
        <div className="grid items-start gap-4 desk:grid-cols-2">
          <TextAreaField
            label="Reason"
            name="reason"
            hint="For your own people. On no paper."
            maxLength={500}
            value={entry.reason}
            error={errors["reason"]}
            onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
          />
          <TextAreaField
            label="Note to the customer (optional)"
            name="notesToCustomer"
            hint="Printed on the credit memo and told on the statement."
            maxLength={500}
            value={entry.notesToCustomer}
            error={errors["notesToCustomer"]}
            onChange={({ currentTarget }) => set({ notesToCustomer: currentTarget.value })}
          />
        </div>
      </div>
      <CreditEffect billed={billed} account={account} read={read} locale={place.locale}>
        <Commit credit={credit} full />
      </CreditEffect>
      <CommitBar sums={[["Credited", formatAmount(read.total.totalCents, billed.currency, place.locale)]]}>
        <Commit credit={credit} />
      </CommitBar>
    </form>
  );
}

function Commit({ credit: { pending, read }, full = false }: { credit: Credit; full?: boolean }) {
  return (
    <Button
      type="submit"
      variant="primary"
      full={full}
      data-step
      pending={pending}
      disabled={read.choice === null}
    >
      Issue credit memo
    </Button>
  );
}

const WAYS: [CreditWay, string][] = [
  ["lines", "Chosen lines"],
  ["whole", "All that is left"],
  ["amount", "An amount"],
];

function Ways({ credit: { entry, set } }: { credit: Credit }) {
  return (
    <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
      <legend className="mb-1 text-13 font-medium">What is credited</legend>
      {WAYS.map(([way, name]) => (
        <label key={way} className="inline-flex min-h-9 items-center gap-2 touch:min-h-11">
          <input
            type="radio"
            name="by"
            value={way}
            checked={entry.by === way}
            onChange={() => set({ by: way })}
            className="size-4 accent-accent"
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

type PartProps = { billed: Billed; credit: Credit; locale: string };

function Amount({ billed, credit: { entry, set, read }, locale }: PartProps) {
  const write = (amount: typeof billed.openCents) => formatAmount(amount, billed.currency, locale);
  return (
    <div className="max-w-80">
      <Field
        label={`Amount with tax, ${billed.currency}`}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        value={entry.amount}
        error={read.fault ?? undefined}
        hint={`At most ${write(mostCredit(billed))}; ${write(billed.openCents)} is left to pay.`}
        onChange={({ currentTarget }) => set({ amount: currentTarget.value })}
      />
    </div>
  );
}

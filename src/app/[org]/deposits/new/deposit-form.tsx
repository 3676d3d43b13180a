"use client";
// The deposit screen: what waits, ticked one by one or all that is shown, and beside it what the slip will come to.
import { useRef, useState } from "react";
import { countOf } from "@/domain/count-of.ts";
import { DEPOSITED_AT_ONCE } from "@/domain/payments/deposit.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "@/domain/ledger/payment-method.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { CommitBar } from "@/ui/commit-bar.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { enterAdvances } from "../../_apply/enter-advances.ts";
import { PostedIn } from "../../_apply/posted-in.tsx";
import { ShortcutsLine } from "../../_apply/shortcuts-line.tsx";
import { useDeposit, type DepositContext, type DepositState } from "./use-deposit.ts";
import { WaitingPayments } from "./waiting-payments.tsx";

type Props = DepositContext & {
  /** There are more than one deposit takes. */
  isPart: boolean;
};

export function DepositForm({ isPart, ...context }: Props) {
  const { place, rows } = context;
  const form = useRef<HTMLFormElement>(null);
  const deposit = useDeposit(context, form);
  const [method, setMethod] = useState<PaymentMethod | "">("");
  const shown = rows.filter((row) => method === "" || row.method === method);
  const ids = shown.map((row) => row.paymentId);
  return (
    <form
      ref={form}
      onSubmit={deposit.submit}
      onKeyDown={enterAdvances}
      noValidate
      className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-4">
        {deposit.above ? <Notice tone="late">{deposit.above}</Notice> : null}
        {isPart ? (
          <Notice tone="soon" title={`The oldest ${DEPOSITED_AT_ONCE} are shown`}>
            One deposit takes no more. The others are listed once these are deposited.
          </Notice>
        ) : null}
        {deposit.none ? <Notice tone="late">Choose what is deposited.</Notice> : null}
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <CheckField
            label={`Choose all ${shown.length} shown`}
            checked={ids.length > 0 && ids.every((id) => deposit.ticked.has(id))}
            onChange={(event) => deposit.tick(ids, event.target.checked)}
          />
          <div className="ml-auto min-w-44">
            <SelectField
              label="Method"
              value={method}
              onChange={(event) => setMethod(event.target.value as PaymentMethod | "")}
            >
              <option value="">Any method</option>
              {Object.entries(PAYMENT_METHODS).map(([each, words]) => (
                <option key={each} value={each}>
                  {each === "record-only" ? "Other" : words}
                </option>
              ))}
            </SelectField>
          </div>
        </div>
        <WaitingPayments org={context.org} place={place} rows={shown} deposit={deposit} />
        {shown.length === 0 ? (
          <p className="text-soft">None of what waits came that way. What is chosen stays chosen.</p>
        ) : null}
      </div>
      <Slip deposit={deposit} place={place} />
      <CommitBar
        sums={[
          ["Chosen", countOf(deposit.chosen.length, "payment")],
          ["Deposit", formatAmount(deposit.sumCents, place.currency, place.locale)],
        ]}
      >
        <Commit deposit={deposit} />
      </CommitBar>
    </form>
  );
}

type SlipProps = { deposit: DepositState; place: DepositContext["place"] };

function Slip({ deposit, place }: SlipProps) {
  const write = (amount: Cents) => formatAmount(amount, place.currency, place.locale);
  const { sums, sumCents, chosen } = deposit;
  const lines: [string, Cents][] = [
    ["Cash", sums.cashCents],
    [sums.checks === 0 ? "Checks" : countOf(sums.checks, "check"), sums.checksCents],
    ["Other", sums.othersCents],
  ];
  return (
    <aside
      aria-label="The deposit slip"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5 wide:sticky wide:top-20"
    >
      <Field
        label="Deposited on"
        type="date"
        name="depositedOn"
        max={place.today}
        value={deposit.depositedOn}
        onChange={(event) => deposit.setDepositedOn((event.target.value || place.today) as Day)}
        error={deposit.errors["depositedOn"]}
        required
      />
      <SelectField
        label="To account"
        name="toAccount"
        value={deposit.toAccount}
        onChange={(event) => deposit.setToAccount(event.target.value)}
        error={deposit.errors["toAccount"]}
      >
        {deposit.banks.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {name}
          </option>
        ))}
      </SelectField>
      <Field
        label="Memo (optional)"
        hint="Printed on the slip."
        name="memo"
        autoComplete="off"
        maxLength={500}
        value={deposit.memo}
        onChange={(event) => deposit.setMemo(event.target.value)}
        error={deposit.errors["memo"]}
      />
      <PostedIn posting={deposit.posting} locale={place.locale} error={deposit.errors["period"]} />
      <dl className="grid gap-2 border-t border-line pt-4 tabular-nums" aria-live="polite">
        {lines.map(([name, amount]) => (
          <div key={name} className="flex items-baseline justify-between gap-4">
            <dt className="text-soft">{name}</dt>
            <dd>{write(amount)}</dd>
          </div>
        ))}
        <div className="flex items-baseline justify-between gap-4 border-t border-line pt-2 text-16 font-semibold">
          <dt>{countOf(chosen.length, "payment")}</dt>
          <dd>{write(sumCents)}</dd>
        </div>
      </dl>
      <div className="grid max-wide:hidden">
        <Commit deposit={deposit} />
      </div>
      <ShortcutsLine does="records" />
    </aside>
  );
}

const Commit = ({ deposit }: { deposit: DepositState }) => (
  <Button type="submit" variant="primary" data-step pending={deposit.pending}>
    Make deposit
  </Button>
);

"use client";
// The payment screen: whose payment, the payment itself, what it settles, and beside it what that does to the account.
import { useRef } from "react";
import type { Route } from "next";
import { Button } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import { enterAdvances } from "../../_apply/enter-advances.ts";
import { PostedIn } from "../../_apply/posted-in.tsx";
import { Applying } from "./applying.tsx";
import { PaymentFields } from "./payment-fields.tsx";
import { Recorded } from "./recorded.tsx";
import { Summary, SummaryBar } from "./summary.tsx";
import { usePayment, type PaymentContext } from "./use-payment.ts";
import { WhosePayment } from "./whose-payment.tsx";

type Props = PaymentContext & {
  /** Of whose account it is. */
  back: Route | null;
  /** The same payment for the customer alone, or with its children where it is alone. */
  otherwise: Route | null;
  mayAdd: boolean;
};

export function PaymentForm({ org, place, account, back, otherwise, settles, family, to, mayAdd }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const payment = usePayment({ org, place, account, settles, family, to }, form);
  const { done, said, entries } = payment;
  if (done) return <Recorded org={org} done={done} back={back} place={place} onAnother={payment.another} />;
  return (
    <form
      ref={form}
      onSubmit={payment.submit}
      onKeyDown={enterAdvances}
      noValidate
      className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-6">
        {payment.isRestored ? <RestoredNotice onDiscard={payment.startOver} /> : null}
        {said.above ? <Notice tone="late">{said.above}</Notice> : null}
        {said.stale ? <Stale onLook={payment.lookAgain} /> : null}
        <div className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5">
          <WhosePayment
            org={org}
            account={account}
            back={back}
            mayAdd={mayAdd}
            locale={place.locale}
            missing={payment.missing}
            onChosen={payment.goAlong}
          />
          {account?.childrenOwe && otherwise ? (
            <ForChildren family={family} otherwise={otherwise} onGo={payment.goAlong} />
          ) : null}
          <PaymentFields
            to={to}
            given={payment.given}
            onGiven={payment.setGiven}
            errors={payment.errors}
            place={place}
          />
          <PostedIn posting={payment.posting} locale={place.locale} error={payment.said.fields["period"]} />
        </div>
        {account ? (
          <Applying
            account={account}
            entries={entries}
            locale={place.locale}
            refused={said.rows}
            onAuto={payment.autoApply}
          />
        ) : null}
      </div>
      <Summary
        account={account}
        paidCents={payment.paidCents}
        plan={entries.plan}
        place={place}
        pending={payment.pending}
      />
      <SummaryBar paidCents={payment.paidCents} plan={entries.plan} place={place} pending={payment.pending} />
    </form>
  );
}

/** Whether a parent's check pays for its children, too. */
function ForChildren({ family, otherwise, onGo }: { family: boolean; otherwise: Route; onGo: () => void }) {
  return (
    <p className="text-13 text-soft">
      {family ? "It pays for its children, too: each has its part on its own account. " : ""}
      <Link href={otherwise} onClick={onGo} scroll={false} className="touch-target text-link">
        {family ? "Only for itself" : "Pay for its children, too"}
      </Link>
    </p>
  );
}

function Stale({ onLook }: { onLook: () => void }) {
  return (
    <Notice tone="soon" title="This account changed while you were typing">
      <p className="mb-2">Nothing was recorded, and what you typed is kept.</p>
      <Button onClick={onLook}>See what changed</Button>
    </Notice>
  );
}

"use client";
// The payment is recorded: its number, what it settled, the three ways on, and where a scan of the check goes.
import { Suspense, lazy, useEffect, useRef } from "react";
import type { Route } from "next";
import { countOf } from "@/domain/count-of.ts";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toCustomer, toPayment } from "../../_shell/links.ts";

export type Done = {
  number: string;
  paymentId: string;
  paidCents: Cents;
  creditCents: Cents;
  applied: readonly { itemId: number; amountCents: Cents }[];
  customerId: string;
  name: string;
  receivedOn: Day;
  /** The month of the books that took it. */
  period: Day;
};

/** Fetched when there is something to attach to: whoever takes a payment needn't wait for it. */
const Attachments = lazy(() =>
  import("../../_attachments/attachments-here.tsx").then(
    ({ AttachmentsHere }) => ({ default: AttachmentsHere }),
    // That the payment is recorded is said in any case; its page has them, too.
    () => ({ default: () => <></> }),
  ),
);

type Props = {
  org: string;
  done: Done;
  back: Route | null;
  place: { locale: string; currency: string; zone: string };
  onAnother: () => void;
};

export function Recorded({ org, done, back, place, onAnother }: Props) {
  const links = useRef<HTMLDivElement>(null);
  useEffect(() => links.current?.querySelector("a")?.focus(), []);
  const write = (amount: Cents) => formatAmount(amount, place.currency, place.locale);
  const settled =
    done.applied.length === 0
      ? "None of it is applied yet"
      : `Applied to ${countOf(done.applied.length, "invoice")}`;
  const rest = done.creditCents > 0 ? `${write(done.creditCents)} is open credit` : "nothing is left over";
  const posted = postedWords(done.receivedOn, done.period, place.locale);
  return (
    <div className="grid max-w-2xl gap-4">
      <Notice tone="good" title={`Payment ${done.number} recorded`}>
        {write(done.paidCents)} {place.currency} from {done.name}. {settled}; {rest}.
        {posted ? ` It is ${posted}.` : ""}
      </Notice>
      <div ref={links} className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={back ?? toCustomer(org, done.customerId)}>
          Back to the account
        </ButtonLink>
        <Button onClick={onAnother}>Record another</Button>
        <ButtonLink href={toPayment(org, done.paymentId)}>See the payment</ButtonLink>
      </div>
      <Suspense>
        <Attachments org={org} subject={{ kind: "payment", id: done.paymentId }} place={place} />
      </Suspense>
    </div>
  );
}

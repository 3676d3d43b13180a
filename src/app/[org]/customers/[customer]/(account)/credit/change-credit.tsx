"use client";
// The form that changes what a customer may charge. It says what can be charged before and after, wants a reason, and
// when a colleague was quicker shows both decisions and lets one choose.
import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent } from "react";
import { canCharge, type AccountFigures, type CreditTerms } from "@/domain/ledger/account.ts";
import { withDecided, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { chargeableWords, termsWords } from "@/domain/credit/credit-words.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { readTerms, typedOf, type Typed } from "./typed-terms.ts";
import { TermsFields } from "./terms-fields.tsx";

export type CreditDesk = {
  accountId: string;
  currency: string;
  decided: DecidedTerms;
  terms: CreditTerms;
  figures: AccountFigures;
  today: Day;
};
type Props = { org: string; locale: string; account: CreditDesk };
type Order = { terms: DecidedTerms; reason: string; seen: DecidedTerms };

export function ChangeCredit({ org, locale, account }: Props) {
  const router = useRouter();
  const [typed, setTyped] = useState<Typed>(() =>
    typedOf(account.decided, { currency: account.currency, locale }),
  );
  const [seen, setSeen] = useState(account.decided);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const write = (amount: Cents) => formatAmount(amount, account.currency, locale);
  const { terms, faults } = readTerms(typed, { currency: account.currency, locale });
  const { send, pending, fault } = useCommand(
    (order: Order, commandKey) =>
      api(org).credit.change.mutate({ commandKey, ...order, accountId: account.accountId }),
    ({ requestId }) => {
      toast(
        requestId === null
          ? "Credit terms changed. They count from the next charge on."
          : "That takes a second person: it waits for approval, and nothing changed yet.",
      );
      router.refresh();
    },
  );
  const theirs = fault?.code === "changed-meanwhile" ? (fault.details["terms"] as DecidedTerms) : null;
  const stale = theirs !== null && JSON.stringify(theirs) !== JSON.stringify(seen) ? theirs : null;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    const [wrong] = Object.keys(faults);
    if (!terms) return form.querySelector<HTMLElement>(`[name=${wrong ?? "limit"}]`)?.focus();
    if (reason.trim().length < 3) return form.querySelector<HTMLElement>("[name=reason]")?.focus();
    send({ terms, reason, seen });
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-5 desk:max-w-xl">
      {stale ? (
        <Stale
          words={termsWords(stale, write).join(" · ")}
          takeTheirs={() => {
            setTyped(typedOf(stale, { currency: account.currency, locale }));
            setSeen(stale);
          }}
          keepMine={() => setSeen(stale)}
        />
      ) : null}
      <FaultNotice fault={theirs ? null : fault} />
      <TermsFields typed={typed} change={setTyped} errors={tried ? faults : {}} />
      <Field
        label="Reason"
        name="reason"
        hint="Kept with your name and the change."
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim().length < 3 ? "Say why, in a few words." : fault?.fields["reason"]}
        maxLength={500}
        autoComplete="off"
      />
      <Effect account={account} terms={terms} write={write} />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Change credit terms
        </Button>
      </div>
    </form>
  );
}

type StaleProps = { words: string; takeTheirs: () => void; keepMine: () => void };

function Stale({ words, takeTheirs, keepMine }: StaleProps) {
  return (
    <Notice tone="soon" title="Someone changed these terms while you were editing">
      <p>They stand at: {words}. Your entries are kept below.</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={keepMine}>Keep mine and go on</Button>
        <Button onClick={takeTheirs}>Take theirs</Button>
      </div>
    </Notice>
  );
}

type EffectProps = { account: CreditDesk; terms: DecidedTerms | null; write: (amount: Cents) => string };

function Effect({ account, terms, write }: EffectProps) {
  const id = useId();
  const now = chargeableWords(canCharge(account.figures, account.terms), write);
  const then = terms
    ? chargeableWords(canCharge(account.figures, withDecided(account.terms, terms, account.today)), write)
    : "…";
  return (
    <dl className="rounded-control bg-hover px-3 py-2" aria-live="polite">
      <div className="flex flex-wrap justify-between gap-x-4">
        <dt id={id} className="text-soft">
          Can charge
        </dt>
        <dd className="font-medium">
          {now === then ? (
            now
          ) : (
            <>
              <span className="font-normal text-soft">{now}</span> <span aria-hidden="true">→</span>
              <span className="sr-only">becomes</span> {then}
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

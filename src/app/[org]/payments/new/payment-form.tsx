"use client";
// The payment screen. Nothing that was typed is lost: not when a field is wrong, not when the account changed meanwhile,
// not when the customer is chosen last. The account's figures after the payment stand beside the button.
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Day } from "@/domain/day.ts";
import { ZERO, formatAmount, type Cents } from "@/domain/money.ts";
import { readPaid } from "@/domain/paying.ts";
import { paidFaultWords } from "@/domain/paying-words.ts";
import { api, type ClientOutput } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toNewPayment } from "../../ways.ts";
import { enterMovesOn } from "../form-keys.ts";
import type { ListedAccount } from "../listed.ts";
import { saidOf } from "../refused.ts";
import { useEntries } from "../use-entries.ts";
import { Applying } from "./applying.tsx";
import { PaymentFields, type Given } from "./payment-fields.tsx";
import { Recorded, type Done } from "./recorded.tsx";
import { Summary } from "./summary.tsx";
import { WhosePayment } from "./whose-payment.tsx";

export type Place = { locale: string; today: Day; currency: string };
type Props = { org: string; place: Place; account: ListedAccount | null };
type Order = { account: ListedAccount; given: Given; applied: Done["applied"] };

const blank = (today: Day): Given => ({
  amount: "",
  receivedOn: today,
  method: "check",
  reference: "",
  memo: "",
});

export function PaymentForm({ org, place, account }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState(blank(place.today));
  const [tried, setTried] = useState(false);
  const [sentFor, setSentFor] = useState<ListedAccount | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const paid = readPaid(given.amount, place.currency);
  const paidCents = typeof paid === "number" ? paid : ZERO;
  const entries = useEntries(account, { budgetCents: paidCents, on: given.receivedOn });
  const { send, pending, fault } = useCommand(
    (order: Order, commandKey) => record(org, order, { commandKey, paidCents }),
    (payment) => {
      setDone({ ...payment, paidCents, name: account?.name ?? "", customerId: account?.customerId ?? "" });
      setGiven({ ...blank(place.today), method: given.method, receivedOn: given.receivedOn });
      setTried(false);
      entries.restart();
      router.refresh();
    },
  );
  const accountId = account?.accountId;
  useEffect(() => {
    // What was typed before this script had come is in the boxes, and nowhere else yet.
    const typed = form.current ? Object.fromEntries(new FormData(form.current)) : {};
    setGiven((blank) => ({ ...blank, ...pickGiven(typed) }));
  }, []);
  useEffect(() => {
    if (accountId && !done) form.current?.querySelector<HTMLInputElement>("[name=amount]")?.focus();
  }, [accountId, done]);

  // The next check on the pile is another customer's; its day and method are likely the same.
  function another() {
    setDone(null);
    router.replace(toNewPayment(org));
  }

  if (done) return <Recorded org={org} done={done} place={place} onAnother={another} />;

  // Once the page has been drawn anew, what it says of each row is newer than the refusal.
  const said = saidOf(sentFor === account ? fault : null);
  const over = entries.plan.restCents < 0 && typeof paid === "number";
  const wrongAmount = typeof paid === "number" ? undefined : paidFaultWords(paid, place.currency);
  const overWords = `${formatAmount(entries.plan.appliedCents, place.currency, place.locale)} is applied: more than was paid.`;
  const errors = {
    ...said.fields,
    ...(over && { amountCents: overWords }),
    ...(tried && wrongAmount && { amountCents: wrongAmount }),
  };

  function wrong(): string | null {
    if (!account) return "customer";
    if (wrongAmount || over) return "amount";
    return entries.plan.faults.size > 0 ? "entry" : null;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const where = wrong();
    if (where === null && account) {
      setSentFor(account);
      send({ account, given, applied: entries.plan.applied });
      return;
    }
    const place = where === "entry" ? "[aria-invalid][aria-label]" : `[name=${where}]`;
    form.current?.querySelector<HTMLInputElement>(place)?.focus();
  }

  function autoApply() {
    if (!wrongAmount) return entries.autoApply();
    setTried(true);
    form.current?.querySelector<HTMLInputElement>("[name=amount]")?.focus();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={enterMovesOn}
      noValidate
      className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-6">
        {said.above ? <Notice tone="late">{said.above}</Notice> : null}
        {said.stale ? <Stale onLook={() => router.refresh()} /> : null}
        <div className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5">
          <WhosePayment org={org} locale={place.locale} account={account} missing={tried && !account} />
          <PaymentFields given={given} onGiven={setGiven} errors={errors} place={place} />
        </div>
        {account ? (
          <Applying
            account={account}
            entries={entries}
            locale={place.locale}
            refused={said.rows}
            onAuto={autoApply}
          />
        ) : null}
      </div>
      <Summary
        account={account}
        paidCents={typeof paid === "number" ? paid : null}
        plan={entries.plan}
        place={place}
        pending={pending}
      />
    </form>
  );
}

function pickGiven(typed: Record<string, FormDataEntryValue>): Partial<Given> {
  const names = ["amount", "receivedOn", "method", "reference", "memo"] as const;
  return Object.fromEntries(names.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])));
}

type Recording = { commandKey: string; paidCents: Cents };

async function record(
  org: string,
  { account, given, applied }: Order,
  { commandKey, paidCents }: Recording,
): Promise<ClientOutput["payments"]["record"]> {
  const { receivedOn, method, reference, memo } = given;
  return api(org).payments.record.mutate({
    commandKey,
    accountId: account.accountId,
    amountCents: paidCents,
    receivedOn,
    method,
    reference,
    memo,
    applied: [...applied],
  });
}

function Stale({ onLook }: { onLook: () => void }) {
  return (
    <Notice tone="soon" title="This account changed while you were typing">
      <p className="mb-2">Nothing was recorded, and what you typed is kept.</p>
      <Button onClick={onLook}>See what changed</Button>
    </Notice>
  );
}

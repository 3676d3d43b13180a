"use client";
// Undoes a deposit by its opposite, on a day and for a reason: its payments wait for another one.
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { PostedIn, usePosting } from "../../_apply/posted-in.tsx";
import type { Where } from "../../_corrections/reversal-effects.ts";

type Props = {
  where: Where;
  deposit: { depositId: string; number: string; depositedOn: Day; months: PostingMonths };
};

export function ReverseDeposit({ where, deposit }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Reverse</Button>
      <Dialog title={`Reverse deposit ${deposit.number}?`} open={open} onClose={() => setOpen(false)}>
        <ReversalForm where={where} deposit={deposit} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ReversalForm({ where, deposit, onDone }: Props & { onDone: () => void }) {
  const { org, locale, today } = where;
  const { depositId, depositedOn, months } = deposit;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const posting = usePosting(on, months);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).deposits.reverse.mutate({ commandKey, depositId, on, reason, period: posting.period }),
    () => {
      toast(`Deposit ${deposit.number} reversed`);
      onDone();
      router.refresh();
    },
    { day: "on" },
  );
  const dayError =
    on > today
      ? "Choose today or an earlier day."
      : on < depositedOn
        ? "It can’t be reversed before its own day."
        : undefined;
  const reasonError = tried && reason.trim() === "" ? "Say why: it stays in the history." : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const wrong = dayError ? "on" : reason.trim() === "" ? "reason" : null;
    if (wrong === null) return send(null);
    form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      <FaultNotice fault={fault} />
      <p>
        The money goes back from the bank to Undeposited Funds by an opposite entry, and its payments wait for
        another deposit. The deposit keeps its number.
      </p>
      <div className="grid items-start gap-4 desk:grid-cols-[10rem_minmax(0,1fr)]">
        <Field
          label="Date"
          type="date"
          name="on"
          min={depositedOn}
          max={today}
          value={on}
          onChange={(event) => setOn((event.target.value || today) as Day)}
          error={fault?.fields["on"] ?? dayError}
          required
        />
        <Field
          label="Reason"
          name="reason"
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={fault?.fields["reason"] ?? reasonError}
          required
        />
      </div>
      <PostedIn posting={posting} locale={locale} error={fault?.fields["period"]} />
      <div className="flex justify-end">
        <Button type="submit" variant="danger" pending={pending}>
          Reverse
        </Button>
      </div>
    </form>
  );
}

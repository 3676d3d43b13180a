"use client";
// Sets part of the open credit aside, with a note that says for what; shows what that leaves before it is done.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { freeCreditOf, readEarmarked } from "@/domain/ledger/earmark.ts";
import { earmarkFaultWords } from "@/domain/payments/earmark-words.ts";
import { ZERO, formatAmount, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand, type Fault } from "@/ui/use-command.ts";
import { EarmarkEffect, type Earmarking } from "./earmark-effect.tsx";

type EarmarkEntry = { amountCents: Cents; note: string };

type Props = { org: string; earmarking: Earmarking; open: boolean; onClose: () => void };

export function EarmarkDialog({ org, earmarking, open, onClose }: Props) {
  const router = useRouter();
  const { accountId, currency, locale } = earmarking;
  const [amount, setAmount] = useState("");
  const [note, setNote] = useState("");
  const write = (cents: Cents) => formatAmount(cents, currency, locale);
  const { send, pending, fault } = useCommand(
    (given: EarmarkEntry, commandKey) => api(org).earmarks.add.mutate({ commandKey, accountId, ...given }),
    () => {
      toast(`${amount.trim()} ${currency} set aside`);
      onClose();
      setAmount("");
      setNote("");
      router.refresh();
    },
    { amount: "amountCents" },
  );
  return (
    <Dialog title="Set open credit aside" open={open} onClose={onClose}>
      <EarmarkForm
        earmarking={earmarking}
        typed={{ amount, note }}
        onType={{ setAmount, setNote }}
        write={write}
        pending={pending}
        fault={fault}
        onSend={send}
      />
    </Dialog>
  );
}

type FormProps = {
  earmarking: Earmarking;
  typed: { amount: string; note: string };
  onType: { setAmount: (text: string) => void; setNote: (text: string) => void };
  write: (cents: Cents) => string;
  pending: boolean;
  fault: Fault | null;
  onSend: (given: EarmarkEntry) => void;
};

/** What is wrong is said once it was tried; a new amount is judged anew. */
function EarmarkForm({ earmarking, typed, onType, write, pending, fault, onSend }: FormProps) {
  const errors = fault?.fields ?? {};
  const { figures, currency, locale } = earmarking;
  const [tried, setTried] = useState(false);
  const free = freeCreditOf(figures);
  const amount = readEarmarked(typed.amount, { currency, locale }, free);
  const isAmount = typeof amount === "number";
  const words = isAmount ? undefined : earmarkFaultWords(amount, { currency, locale, free: write(free) });
  const missing = typed.note.trim() === "" ? "Say what it is for." : undefined;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (isAmount && !missing) return onSend({ amountCents: amount, note: typed.note.trim() });
    event.currentTarget.querySelector<HTMLInputElement>(isAmount ? "[name=note]" : "[name=amount]")?.focus();
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <FaultNotice fault={fault} />
      <Field
        label={`Amount, ${currency}`}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        value={typed.amount}
        onChange={(event) => onType.setAmount(event.target.value)}
        hint={`${write(free)} of the open credit is free.`}
        error={(tried || amount === "more-than-free" ? words : undefined) ?? errors["amountCents"]}
        required
      />
      <Field
        label="What it is for"
        name="note"
        maxLength={500}
        autoComplete="off"
        value={typed.note}
        onChange={(event) => onType.setNote(event.target.value)}
        error={(tried ? missing : undefined) ?? errors["note"]}
        required
      />
      <EarmarkEffect earmarking={earmarking} earmarkedCents={isAmount ? amount : ZERO} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Set aside
        </Button>
      </div>
    </form>
  );
}

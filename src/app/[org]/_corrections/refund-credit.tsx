"use client";
// Refunds open credit to the customer: of one payment, or of the account, the oldest first.
import { useState } from "react";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, typedAmount, formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { readPaid } from "@/domain/payments/paying.ts";
import { paidFaultWords } from "@/domain/payments/paying-words.ts";
import type { MethodByHand } from "@/domain/ledger/payment-method.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { MethodSelect } from "../_apply/method-select.tsx";
import { CorrectionForm, type CorrectedAccount } from "./correction-form.tsx";
import type { Where } from "./reversal-effects.ts";

type Props = {
  where: Where;
  account: CorrectedAccount;
  /** What can be handed back, and of which credit; left out, of all. */
  openCents: Cents;
  creditId?: number;
  earliest: Day;
  of: string;
  /** What they may refund in one go, where they have a limit of their own. */
  ownLimit: string | null;
  /** How the money came; it usually goes back the same way. */
  method?: MethodByHand;
};

export function RefundCredit(props: Props) {
  const [open, setOpen] = useState(false);
  const { of } = props;
  return (
    <>
      <Button aria-label={`Refund ${of}`} onClick={() => setOpen(true)}>
        Refund
      </Button>
      <Dialog title={`Refund ${of}`} open={open} onClose={() => setOpen(false)}>
        <RefundForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type RefundEntry = { amount: string; method: MethodByHand; reference: string };

function RefundForm({
  where,
  account,
  openCents,
  creditId,
  earliest,
  ownLimit,
  method = "check",
  onDone,
}: Props & { onDone: () => void }) {
  const { currency, accountId } = account;
  const [given, setGiven] = useState<RefundEntry>({
    amount: typedAmount(openCents, currency, where.locale),
    method,
    reference: "",
  });
  const notation = { currency, locale: where.locale };
  const read = readPaid(given.amount, notation);
  const amountCents = typeof read === "number" ? read : null;
  const over = amountCents !== null && amountCents > openCents;
  const open = formatAmount(openCents, currency, where.locale);
  const wrong =
    read === "missing"
      ? "Enter the amount to hand back."
      : typeof read !== "number"
        ? paidFaultWords(read, notation)
        : over
          ? `Only ${open} is open.`
          : undefined;
  const effect = {
    openItemsCents: ZERO,
    openCreditCents: negative(over ? openCents : (amountCents ?? ZERO)),
  };
  return (
    <CorrectionForm
      where={where}
      account={account}
      earliest={earliest}
      effect={effect}
      button="Record refund"
      amount="amountCents"
      wrong={wrong ? "amount" : null}
      run={({ on, ...correction }) =>
        api(where.org).openCredit.refund.mutate({
          accountId,
          amountCents: amountCents ?? ZERO,
          refundedOn: on,
          ...correction,
          method: given.method,
          reference: given.reference,
          ...(creditId !== undefined && { creditId }),
        })
      }
      onDone={onDone}
      fields={(errors) => (
        <Fields given={given} onGiven={setGiven} currency={currency} errors={{ ...errors, amount: wrong }} />
      )}
    >
      {ownLimit === null ? null : <p>{ownLimit}</p>}
      <p>
        {open} is open. This records that the money went back; it doesn’t send any. A refund that was a
        mistake is reversed on its event’s page.
      </p>
    </CorrectionForm>
  );
}

type FieldsProps = {
  given: RefundEntry;
  onGiven: (given: RefundEntry) => void;
  currency: string;
  errors: Readonly<Record<string, string | undefined>>;
};

function Fields({ given, onGiven, currency, errors }: FieldsProps) {
  const set = (part: Partial<RefundEntry>) => onGiven({ ...given, ...part });
  return (
    <div className="grid items-start gap-4 desk:grid-cols-3">
      <Field
        label={`Amount, ${currency}`}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        value={given.amount}
        onChange={(event) => set({ amount: event.target.value })}
        error={errors["amount"] ?? errors["amountCents"]}
        required
      />
      <MethodSelect method={given.method} onMethod={(method) => set({ method })} error={errors["method"]} />
      <Field
        label={given.method === "check" ? "Check number" : "Reference"}
        name="reference"
        autoComplete="off"
        maxLength={60}
        value={given.reference}
        onChange={(event) => set({ reference: event.target.value })}
        error={errors["reference"]}
      />
    </div>
  );
}

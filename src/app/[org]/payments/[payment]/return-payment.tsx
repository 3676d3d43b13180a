"use client";
// The bank gave a payment back: what it had settled is owed again, and the fee is charged on, both in one command.
import { useState } from "react";
import { ZERO, typedAmount, formatAmount, plus, type Cents } from "@/domain/values/money.ts";
import { readPaid } from "@/domain/payments/paying.ts";
import { paidFaultWords } from "@/domain/payments/paying-words.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { CorrectionForm } from "../../_corrections/correction-form.tsx";
import type { ReversalEffects, Where } from "../../_corrections/reversal-effects.ts";
import { allPartsWords } from "./reverse-payment.tsx";
import { WhatMoves } from "../../_corrections/what-moves.tsx";

type Props = {
  where: Where;
  paymentId: string;
  preview: ReversalEffects;
  /** Of the check that it is a part of: all come back together, and the fee is its payer's. */
  parts: number;
  feeElsewhere: boolean;
  /** What the bank's return does, which differs from a reversal once some of it was refunded or moved. */
  returned: NonNullable<ReversalEffects["returned"]>;
  /** What the business usually charges on; null leaves it open. */
  usualFeeCents: Cents | null;
};

export function ReturnPayment(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Returned by the bank</Button>
      <Dialog title={`${props.preview.name} came back unpaid?`} open={open} onClose={() => setOpen(false)}>
        <ReturnForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ReturnForm(props: Props & { onDone: () => void }) {
  const { where, paymentId, preview, parts, feeElsewhere, returned, usualFeeCents, onDone } = props;
  const { account } = preview;
  const { effect, debtCents, owedAgain } = returned;
  const { currency } = account;
  const [fee, setFee] = useState(
    usualFeeCents === null ? "" : typedAmount(usualFeeCents, currency, where.locale),
  );
  const notation = { currency, locale: where.locale };
  const read = fee.trim() === "" ? ZERO : readPaid(fee, notation);
  const feeCents = typeof read === "number" ? read : null;
  const wrong = typeof read === "number" ? undefined : paidFaultWords(read, notation);
  return (
    <CorrectionForm
      where={where}
      account={account}
      earliest={preview.effectiveOn}
      effect={{
        ...effect,
        openItemsCents: plus(effect.openItemsCents, feeElsewhere ? ZERO : (feeCents ?? ZERO)),
      }}
      button="Record the return"
      variant="danger"
      amount="feeCents"
      wrong={wrong ? "fee" : null}
      run={(input) =>
        api(where.org).payments.return.mutate({ paymentId, ...input, ...(feeCents ? { feeCents } : {}) })
      }
      onDone={onDone}
      fields={(errors) => (
        <Field
          label={`Fee charged on, ${currency}`}
          name="fee"
          inputMode="decimal"
          autoComplete="off"
          hint={
            feeCents
              ? `A debt of its own of ${formatAmount(feeCents, currency, where.locale)}, due at once.`
              : "Leave it empty to charge none."
          }
          value={fee}
          onChange={(event) => setFee(event.target.value)}
          error={wrong ?? errors["feeCents"]}
        />
      )}
    >
      <p>
        The whole payment is reversed. What it had settled is owed again, and it can’t be applied any more.
        {allPartsWords(parts)}
      </p>
      <WhatMoves preview={{ account, owedAgain, openAgain: [] }} locale={where.locale} />
      {debtCents > 0 ? (
        <p>
          {formatAmount(debtCents, currency, where.locale)} of it went back to the customer before: so much is
          owed as a debt of its own, due at once.
        </p>
      ) : null}
    </CorrectionForm>
  );
}

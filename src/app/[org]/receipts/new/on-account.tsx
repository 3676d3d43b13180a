"use client";
// A payment on account, as a line beside the purchases: it goes to the oldest debts, what is left over is open credit.
import { X } from "lucide-react";
import { Cell } from "./cell.tsx";
import { tenderFaultWords } from "./tender-faults.ts";
import type { Counting } from "./use-counter.ts";

export function OnAccount({
  counting: { draft, change, sale, currency, whose, write, focusSoon },
}: {
  counting: Counting;
}) {
  if (draft.onAccount === null) return null;
  const { onAccountFault: fault } = sale;
  const owes = whose.customer ? write(whose.customer.figures.balanceCents) : null;
  const error =
    fault !== null
      ? tenderFaultWords(fault, currency)
      : draft.customerId === null
        ? "Choose the customer whose account it is paid on."
        : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_2.25rem] items-center gap-2 rounded-card border border-line bg-card p-3 desk:grid-cols-[minmax(0,1fr)_9rem_2.25rem]">
      <div className="min-w-0">
        <p className="font-medium">Payment on account</p>
        <p className="text-12 text-soft">
          {owes === null ? null : `Owes ${owes}. `}The oldest is settled first, the rest stays open credit.
        </p>
      </div>
      <div className="max-desk:col-span-2 max-desk:row-start-2">
        <Cell
          name="onAccount"
          label="Amount"
          of="payment on account"
          numeric
          errorId={error ? "on-account-error" : undefined}
          value={draft.onAccount}
          onChange={(event) => change({ onAccount: event.target.value })}
        />
      </div>
      <button
        type="button"
        aria-label="Remove payment on account"
        onClick={() => {
          change({ onAccount: null });
          focusSoon("[name=product]");
        }}
        className="grid size-9 place-items-center justify-self-end rounded-control text-soft hover:bg-hover touch:size-11"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
      {error ? (
        <p id="on-account-error" role="alert" className="col-span-full text-12 font-medium text-late">
          {error}
        </p>
      ) : null}
    </div>
  );
}

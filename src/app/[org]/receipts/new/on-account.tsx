"use client";
// A payment on account, as a line beside the purchases: it goes to the oldest debts unless one chooses, and what is left
// over is open credit.
import { X } from "lucide-react";
import { useState } from "react";
import { formatAmount } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { ApplyTable } from "../../_apply/apply-table.tsx";
import { Cell } from "./cell.tsx";
import { tenderFaultWords } from "./tender-faults.ts";
import type { Counting } from "./use-counter.ts";

export function OnAccount({ counting, locale }: { counting: Counting; locale: string }) {
  const { draft, change, sale, currency, whose, write, focusSoon, onAccount } = counting;
  if (draft.onAccount === null) return null;
  const { onAccountFault: fault } = sale;
  const owes = whose.customer ? write(whose.customer.figures.balanceCents) : null;
  const error =
    fault !== null
      ? tenderFaultWords(fault, { currency, locale })
      : draft.customerId === null
        ? "Choose the customer whose account it is paid on."
        : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_2.25rem] items-center gap-2 rounded-card border border-line bg-card p-3 desk:grid-cols-[minmax(0,1fr)_9rem_2.25rem]">
      <div className="min-w-0">
        <p className="font-medium">Payment on account</p>
        <p className="text-12 text-soft">
          {owes === null ? null : `Owes ${owes}. `}
          {onAccount.entries.isAuto
            ? "The oldest is settled first, the rest stays open credit."
            : "Settles what you chose, the rest stays open credit."}
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
          change({ onAccount: null, applied: null });
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
      <div className="col-span-full">
        <Settles onAccount={onAccount} currency={currency} locale={locale} />
      </div>
    </div>
  );
}

type SettlesProps = { onAccount: Counting["onAccount"]; currency: string; locale: string };

/** What it settles, in a line, and the table to choose in. */
function Settles({ onAccount: { account, entries, isLost }, currency, locale }: SettlesProps) {
  const [isOpen, setOpen] = useState(false);
  if (isLost)
    return (
      <p className="text-13 text-soft">
        The open invoices can’t be read just now. The oldest are settled first.
      </p>
    );
  if (!account) return null;
  if (account.debts.length === 0)
    return <p className="text-13 text-soft">Nothing is owed. The whole payment becomes open credit.</p>;
  const { plan } = entries;
  const names = plan.applied.map(
    ({ itemId, amountCents }) =>
      `${entries.rows.find((debt) => debt.itemId === itemId)?.name ?? "an invoice"} ${formatAmount(amountCents, currency, locale)}`,
  );
  const said = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return (
    <div className="grid gap-2">
      <p className="text-13 text-soft">
        {plan.restCents < 0 ? (
          <span role="alert" className="font-medium text-late">
            More is applied than is paid.
          </span>
        ) : names.length > 0 ? (
          `Settles ${said.join(", ")}; ${formatAmount(plan.restCents, currency, locale)} to open credit.`
        ) : null}
      </p>
      <span className="flex flex-wrap gap-2">
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Hide the invoices" : "Choose invoices"}
        </Button>
        {entries.isAuto ? null : <Button onClick={entries.autoApply}>Auto-apply</Button>}
      </span>
      {isOpen ? (
        <div className="overflow-clip rounded-card border border-line">
          <ApplyTable entries={entries} currency={currency} locale={locale} />
        </div>
      ) : null}
    </div>
  );
}

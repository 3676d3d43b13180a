"use client";
// Who stands at the counter: found in one box, or nobody in particular. Their memo is in plain sight, and what they can
// charge is said before anybody asks.
import { StickyNote } from "lucide-react";
import { ruleFor, takesWords } from "@/domain/credit/who-may-charge.ts";
import { canCharge } from "@/domain/ledger/account.ts";
import { canChargeWords } from "@/domain/ledger/account-words.ts";
import type { Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { chosenBefore } from "@/ui/chosen-before.ts";
import { SelectField } from "@/ui/field.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { CustomerFinder } from "../../_customer-finder/customer-finder.tsx";
import { toCustomer } from "../../_shell/links.ts";
import { KeyHint, Keyed } from "./key-hint.tsx";
import type { Customer } from "./use-customer.ts";

type Props = {
  org: string;
  locale: string;
  mayAdd: boolean;
  customerId: string | null;
  customer: Customer | null;
  isLost: boolean;
  write: (amount: Cents) => string;
  onChosen: (customerId: string | null) => void;
  jobId: string | null;
  onJob: (jobId: string | null) => void;
};

export function CounterCustomer({
  org,
  locale,
  mayAdd,
  customerId,
  customer,
  isLost,
  write,
  onChosen,
  jobId,
  onJob,
}: Props) {
  if (customerId === null) {
    return (
      <CustomerFinder
        org={org}
        locale={locale}
        mayAdd={mayAdd}
        takesFocus
        label={<Keyed label="Customer" of="customer" />}
        hint="Leave it empty for somebody who walks in and pays."
        onChosen={onChosen}
      />
    );
  }
  if (!customer) {
    return isLost ? (
      <Notice tone="late" title="This customer can’t be read just now">
        <Button onClick={() => onChosen(null)}>Choose again</Button>
      </Notice>
    ) : (
      <p aria-busy="true" className="min-h-16 text-soft">
        Reading the account…
      </p>
    );
  }
  const takes = takesWords(ruleFor(customer.charging.rules, jobId));
  return (
    <div className="grid gap-3">
      <div className="flex items-start gap-x-3">
        <div className="min-w-0 flex-1">
          <p>
            <span className="sr-only">Customer </span>
            <Link
              href={toCustomer(org, customer.customerId)}
              className="touch-target text-16 font-semibold wrap-anywhere hover:underline touch:underline"
            >
              {customer.name}
            </Link>
            {customer.number === customer.name ? null : (
              <span className="ml-2 text-soft">{customer.number}</span>
            )}
          </p>
          <Standing customer={customer} write={write} />
          {takes ? <p className="mt-0.5 text-13 font-medium">{takes}</p> : null}
        </div>
        <Button variant="quiet" onClick={() => onChosen(null)}>
          Change <KeyHint of="customer" />
        </Button>
      </div>
      {customer.jobs.length > 0 ? (
        <div className="max-w-96">
          <SelectField
            label="Job"
            hint="What a house charge is for."
            name="job"
            ref={chosenBefore(jobId ?? "", (chosen) => onJob(chosen || null))}
            value={jobId ?? ""}
            onChange={(event) => onJob(event.target.value || null)}
          >
            <option value="">No job</option>
            {customer.jobs.map(({ jobId: id, number, name, roomCents }) => (
              <option key={id} value={id}>
                {number} {name}
                {roomCents === null ? "" : `, ${write(roomCents)} left to charge`}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
      {customer.memo ? (
        <div
          role="note"
          aria-label="Memo"
          className="flex gap-2.5 rounded-card border border-soon bg-soon-wash px-3.5 py-2.5"
        >
          <StickyNote aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-soon" />
          <p className="min-w-0 font-medium whitespace-pre-line wrap-anywhere">{customer.memo}</p>
        </div>
      ) : null}
    </div>
  );
}

function Standing({ customer, write }: { customer: Customer; write: Props["write"] }) {
  const { figures, credit } = customer;
  const can = canCharge(figures, credit);
  const { claim, because } = canChargeWords(figures, credit.limit, can, write);
  const owes = figures.balanceCents === 0 ? "Owes nothing" : `Owes ${write(figures.balanceCents)}`;
  const open = figures.openCreditCents > 0 ? `, open credit ${write(figures.openCreditCents)}` : "";
  return (
    <p className="mt-0.5 text-13 text-soft">
      {owes}
      {open} ·{" "}
      <span className={can.kind === "refused" ? "text-held" : "font-medium text-ink"}>
        {claim}
        {can.kind === "refused" ? `: ${because.replace(/\.$/, "").split(". ")[0]}` : null}
      </span>
      {can.kind === "amount" && can.bound ? `, the shared limit of ${can.bound.name}` : null}
    </p>
  );
}

"use client";
// A house charge that doesn't go through: what can be done about it, by whoever stands here or by somebody else.
import { canCharge, type CanCharge, type WhyNot } from "@/domain/ledger/account.ts";
import { ZERO, smaller, typedAmount, type Cents } from "@/domain/values/money.ts";
import { overridable } from "@/domain/credit/override.ts";
import { Button } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { toCreditTerms, toCustomerTab, toJob } from "../../_shell/links.ts";
import type { Counting } from "./use-counter.ts";
import type { Customer } from "./use-customer.ts";
import { OverrideAsked } from "./override-asked.tsx";

type Props = { org: string; counting: Counting; mayDecide: boolean };

const DECIDE: Record<Exclude<WhyNot, "no-address">, string> = {
  "not-allowed": "Open for credit",
  "no-limit": "Set a credit limit",
  "no-shared-limit": "Set the parent’s limit",
  "parent-on-hold": "Look at the parent’s hold",
  hold: "Look at the hold",
  "held-for-age": "Look at the hold",
  "held-over": "Look at the hold",
  "charge-off": "Look at the credit status",
  closed: "Look at the credit status",
};

/** Where another limit stops the charge: the parent’s, where it is that. */
const whoseLimit = (can: CanCharge, { customerId, credit }: Customer): string =>
  (can.kind === "amount" && can.bound) ||
  (can.kind === "refused" && (can.because === "parent-on-hold" || can.because === "no-shared-limit"))
    ? (credit.shared?.customerId ?? customerId)
    : customerId;

/** What both limits still let pass. */
function mostOf(can: CanCharge, jobRoomCents: Cents | null): Cents {
  const ofAccount = can.kind === "amount" ? can.amountCents : can.kind === "unlimited" ? jobRoomCents : ZERO;
  return smaller(ofAccount ?? ZERO, jobRoomCents ?? ofAccount ?? ZERO);
}

export function ChargeRefused({ org, counting, mayDecide }: Props) {
  const { whose, draft, effect, changeTender, write, locale, sale, jobRoomCents } = counting;
  const { customer } = whose;
  if (!customer || !effect) return null;
  const { customerId } = customer;
  const can = canCharge(effect.before, effect.credit);
  if (can.kind === "refused" && can.because === "no-address")
    return <ButtonLink href={toCustomerTab(org, customerId, "info")}>Add an address</ButtonLink>;
  const charge = draft.tenders.find(({ tender }) => tender === "house-charge");
  const wanted = sale.houseChargeCents > 0 ? sale.houseChargeCents : sale.leftCents;
  const passes = overridable(wanted, can, jobRoomCents);
  const isOfJob = passes.kind === "by" && passes.cause === "over-job-limit";
  const most = mostOf(can, jobRoomCents);
  return (
    <div className="grid gap-3">
      <span className="flex flex-wrap items-center gap-2">
        {most > 0 && charge ? (
          <Button
            onClick={() => changeTender(charge.key, { amount: typedAmount(most, customer.currency, locale) })}
          >
            Charge {write(most)} and pay the rest otherwise
          </Button>
        ) : null}
        {mayDecide ? (
          <ButtonLink
            href={
              isOfJob && draft.jobId ? toJob(org, draft.jobId) : toCreditTerms(org, whoseLimit(can, customer))
            }
          >
            {isOfJob
              ? "Look at the job"
              : can.kind === "refused" && can.because !== "no-address"
                ? DECIDE[can.because]
                : "Change the limit"}
          </ButtonLink>
        ) : (
          <span className="text-13 text-soft">An owner or an admin can change that under Credit terms.</span>
        )}
      </span>
      {wanted > 0 && passes.kind === "by" ? (
        <OverrideAsked org={org} counting={counting} amountCents={wanted} />
      ) : null}
    </div>
  );
}

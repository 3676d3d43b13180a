// Whether what is held back agrees with retainage receivable in the trial balance of the same day: said on every report, since
// auditors check it. The trial balance goes by the month that took a posting; a line says what lies between the two.
import type { Route } from "next";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, plus, type Cents } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import { Link } from "@/ui/link.tsx";

/** `at`: the day, and the instant it was known at; `trialWay` leads to the trial balance of the same. */
type Props = {
  org: string;
  trialWay: Route;
  at: { asOf: Day; knownAt?: string };
  heldCents: Cents;
  currency: string;
  locale: string;
};

export async function AgreesWithTrial({ org, trialWay, at, heldCents, currency, locale }: Props) {
  const { trialCents, laterCents } = await (await apiFor(org)).reports.retainageLedger(at);
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  if (plus(trialCents, laterCents) !== heldCents)
    return (
      <strong className="text-late">
        Retainage receivable is {write(trialCents)} in the trial balance and {write(heldCents)} here, which
        can’t be. Run books check.
      </strong>
    );
  return (
    <>
      Retainage receivable in the{" "}
      <Link href={trialWay} className="text-link">
        trial balance
      </Link>{" "}
      {laterCents === 0
        ? `is the same: ${write(trialCents)}.`
        : `is ${write(trialCents)}; ${write(laterCents)} is dated by that day and posted in a later month.`}
    </>
  );
}

// What became of a job's contract, in one row of figures.
import type { ReactNode } from "react";
import { formatGross, type GrossSum } from "@/domain/values/money.ts";
import { jobRoom } from "@/domain/jobs/job-limit.ts";
import { Card } from "@/ui/card.tsx";
import type { RouterOutputs } from "@/server/client.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { JobPage } from "./read-job.ts";

type Props = { job: JobPage; billable: RouterOutputs["retainage"]["billableOfJob"]; locale: string };

export function JobFigures({ job, billable, locale }: Props) {
  const { contractCents, billedCents, taxCents, paidCents, openCents, heldCents, limitCents, currency } = job;
  const write = (amount: GrossSum) => formatGross(amount, currency, locale);
  const room = jobRoom({ limitCents, exposureCents: openCents });
  const share =
    contractCents === null || contractCents === 0 || billedCents === null
      ? null
      : new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(
          billedCents / contractCents,
        );
  const figures: [string, ReactNode, ReactNode?][] = [
    ["Contract sum", contractCents === null ? "None" : write(contractCents), `in ${currency}`],
    [
      "Billed before tax",
      write(billedCents),
      [share && `${share} of the contract`, taxCents !== 0 && `tax ${write(taxCents)}`]
        .filter(Boolean)
        .join(" · "),
    ],
    ["Paid", write(paidCents)],
    ["Left to pay", write(openCents), room === null ? null : `${write(room)} left to charge`],
    [
      "Held back",
      write(heldCents),
      billable.since && (
        <span className="text-good">
          {write(billable.billableCents)} may be billed since {formatDay(billable.since, locale)}
        </span>
      ),
    ],
  ];
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-px bg-line max-desk:[&>div:last-child:nth-child(odd)]:col-span-2 desk:flex">
        {figures.map(([name, value, note]) => (
          <div key={name} className="bg-card px-4 py-3 desk:flex-1">
            <dt className="text-13 text-soft">{name}</dt>
            <dd className="text-20 font-semibold">{value}</dd>
            {note ? <dd className="text-13 text-soft">{note}</dd> : null}
          </div>
        ))}
      </dl>
    </Card>
  );
}

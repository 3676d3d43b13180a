// What is known of the job, as a list of terms. What isn't known is left out, but for what one would miss.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { ReactNode } from "react";
import { printedAddress } from "@/domain/customers/address.ts";
import { JOB_STATUS_WORDS } from "@/domain/jobs/job-status.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { JobPage } from "./read-job.ts";

type Props = { job: JobPage; locale: string; homeCountry: string };

export function AboutJob({ job, locale, homeCountry }: Props) {
  const day = (on: Day | null) => (on === null ? "" : formatDay(on, locale));
  const amount = (held: Cents | null) => (held === null ? "" : formatAmount(held, job.currency, locale));
  const percent = (rate: string | null) => (rate === null ? "" : formatPercent(rate, locale));
  const known: [string, string][] = [
    ["Starts", day(job.startsOn)],
    ["Ends", day(job.endsOn)],
    ["Contract number", job.contractNumber],
    ["Contract date", day(job.contractOn)],
    ["Tax", job.taxName ?? ""],
    ["Revenue account", job.chartCode ?? ""],
    ["Retainage on work", percent(job.retainageWork)],
    ["Retainage on stored materials", percent(job.retainageStored)],
    ["Notes, on no paper", job.notes],
  ];
  return (
    <dl className="grid gap-x-8 gap-y-4 desk:grid-cols-2 wide:grid-cols-3">
      <Entry term="Status">{JOB_STATUS_WORDS[job.status]}</Entry>
      <Entry term="Project manager">{job.managerName}</Entry>
      <Entry term="Address">{printedAddress(job, homeCountry).join("\n")}</Entry>
      <Entry term={`Credit limit of this job, ${job.currency}`}>
        {amount(job.limitCents) || "The account’s alone"}
      </Entry>
      {known
        .filter(([, said]) => said !== "")
        .map(([term, said]) => (
          <Entry key={term} term={term}>
            {said}
          </Entry>
        ))}
    </dl>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-soft">{term}</dt>
      <dd className="mt-0.5 whitespace-pre-line wrap-anywhere">
        {children || <span className="text-faint">None</span>}
      </dd>
    </div>
  );
}

// What of all that is held back may be billed today, and since when: the business's day begins here. Each job with one click
// that bills it.
import { countOf } from "@/domain/count-of.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, sum } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { currencyHref, toCustomer, toJob, toNewRetained } from "../../_shell/links.ts";

type Billable = RouterOutputs["retainage"]["billableJobs"];
type Props = { here: CurrentMember; billable: Billable };

/** So many are named; the others are where retainage is billed, one click away. */
const NAMED = 5;

export function MayBeBilled({ here, billable }: Props) {
  const [first] = billable;
  if (!first) return null;
  const { slug: org, locale } = here.org;
  const mayBill = here.permissions.includes("invoice:write");
  const more = billable.length - NAMED;
  return (
    <section aria-labelledby="may-be-billed" className="mb-4">
      <Card>
        <div className="flex flex-wrap items-baseline gap-x-2 px-4 py-2.5">
          <h2 id="may-be-billed" className="text-14 font-semibold">
            {totals(billable, locale)} of retainage may be billed
          </h2>
          <p className="text-13 text-soft">
            since {formatDay(first.since, locale)}, on {countOf(billable.length, "job")}
          </p>
        </div>
        <ul className="divide-y divide-line border-t border-line">
          {billable.slice(0, NAMED).map((each) => (
            <Row key={`${each.customerId} ${each.currency} ${each.job?.jobId ?? ""}`} here={here} of={each} />
          ))}
        </ul>
        {more > 0 && mayBill ? (
          <p className="border-t border-line px-4 py-2.5 text-13 print:hidden">
            <Link href={toNewRetained(org)} className="touch-target text-link">
              {more} more
            </Link>
          </p>
        ) : null}
      </Card>
    </section>
  );
}

/** Amounts of different currencies are never added. */
const totals = (billable: Billable, locale: string): string =>
  [...Map.groupBy(billable, ({ currency }) => currency)]
    .map(([currency, of]) => {
      const totalCents = sum(of.map(({ billableCents }) => billableCents));
      return `${formatAmount(totalCents, currency, locale)} ${currency}`;
    })
    .join(" and ");

function Row({ here, of }: { here: CurrentMember; of: Billable[number] }) {
  const { slug: org, locale, currency: home } = here.org;
  const { job, customerId, customerName, currency, billableCents, since } = of;
  const whose = { customer: customerId, ...currencyHref(currency, home) };
  const called = job ? `${job.number} ${job.name}` : "Without a job";
  return (
    <li className="flex flex-wrap items-center gap-x-3 px-4 py-2 touch:py-1">
      <span className="min-w-0 flex-1 basis-48">
        <Link
          href={job ? toJob(org, job.jobId) : toCustomer(org, customerId, currencyHref(currency, home))}
          className="touch-target font-medium text-link wrap-anywhere"
        >
          {called}
        </Link>{" "}
        <span className="text-soft">{customerName}</span>
      </span>
      <span className="text-13 text-good">
        {formatAmount(billableCents, currency, locale)} {currency} since {formatDay(since, locale)}
      </span>
      {here.permissions.includes("invoice:write") ? (
        <Link
          href={toNewRetained(org, { ...whose, job: job?.jobId, may: "yes" })}
          aria-label={`Bill what may be billed on ${called}`}
          className="touch-target text-13 text-link print:hidden"
        >
          Bill it
        </Link>
      ) : null}
    </li>
  );
}

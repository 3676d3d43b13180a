// One job: whose it is, what its contract comes to and how much of it is billed, paid, open and held back, its facts, and
// its invoices.
import { FileSpreadsheet, ListChecks, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { jobTexts } from "@/domain/jobs/job.ts";
import { takesInvoices } from "@/domain/jobs/job-status.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Tag } from "@/ui/tag.tsx";
import { JobStatusTag } from "../../_lists/job-status-tag.tsx";
import { Printed } from "../../_shell/printed.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import {
  currencyHref,
  toCustomer,
  toJobs,
  toNewInvoice,
  toNewRetained,
  toReleaseConditions,
} from "../../_shell/links.ts";
import { AboutJob } from "./about-job.tsx";
import { ArchiveJob, UnarchiveJob } from "./archive-job.tsx";
import { EditJob } from "./edit-job.tsx";
import { JobFigures } from "./figures.tsx";
import { JobInvoices } from "./invoices.tsx";
import { readJob } from "./read-job.ts";

type Props = PageProps<"/[org]/jobs/[job]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, job } = await params;
  const { number, name } = await readJob(org, job);
  return { title: `${number} ${name}` };
}

export default async function JobPage({ params, searchParams }: Props) {
  const { org, job: id } = await params;
  const [here, api, job] = await Promise.all([readCurrentMember(org), apiFor(org), readJob(org, id)]);
  const { currency, jobId, name, version } = job;
  const billable = await api.retainage.billableOfJob({ jobId });
  const held = { customer: job.customerId, job: jobId, ...currencyHref(currency, here.org.currency) };
  const { locale } = here.org;
  const mayWrite = here.permissions.includes("job:write");
  const choices = mayWrite && !job.isArchived ? await api.jobs.choices({}) : null;
  const PutAway = job.isArchived ? UnarchiveJob : ArchiveJob;
  return (
    <Screen
      title={name}
      about={
        <>
          {job.isArchived ? <Tag tone="held">Archived</Tag> : <JobStatusTag status={job.status} />}
          <p>
            Job {job.number} of{" "}
            <Link
              href={toCustomer(org, job.customerId, currencyHref(currency, here.org.currency))}
              className="text-link"
            >
              {job.customerName}
            </Link>
            {job.customerNumber === job.customerName ? "" : ` ${job.customerNumber}`} ·{" "}
            <Link href={toJobs(org)} className="text-link">
              All jobs
            </Link>
          </p>
        </>
      }
      actions={
        <>
          {here.permissions.includes("invoice:write") && takesInvoices(job) ? (
            <ButtonLink href={toNewInvoice(org, { customer: job.customerId, job: jobId })}>
              <FileSpreadsheet aria-hidden="true" />
              New invoice
            </ButtonLink>
          ) : null}
          {job.heldCents > 0 && here.permissions.includes("invoice:write") ? (
            <>
              <ButtonLink href={toReleaseConditions(org, held)}>
                <ListChecks aria-hidden="true" />
                Conditions
              </ButtonLink>
              <ButtonLink
                variant={billable.since === null ? "plain" : "primary"}
                href={toNewRetained(org, { ...held, may: billable.since === null ? undefined : "yes" })}
              >
                <ShieldCheck aria-hidden="true" />
                {billable.since === null ? "Bill retainage" : "Bill what may be billed"}
              </ButtonLink>
            </>
          ) : null}
          {mayWrite ? <PutAway org={org} jobId={jobId} name={name} /> : null}
        </>
      }
    >
      <Printed org={org} />
      <JobFigures job={job} billable={billable} locale={locale} />
      <EditJob
        key={jobId}
        org={org}
        jobId={jobId}
        notation={{ currency, locale }}
        drawn={{ version, texts: jobTexts(job, { currency, locale }) }}
        choices={choices}
        manager={job.managerId === null ? null : { managerId: job.managerId, name: job.managerName }}
      >
        <AboutJob job={job} locale={locale} homeCountry={here.org.country} />
      </EditJob>
      <JobInvoices here={here} job={job} asked={await searchParams} />
    </Screen>
  );
}

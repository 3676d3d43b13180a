// Every job that is worked on: found by its own words or its customer's, narrowed by status and by who runs it.
import { HardHat, Plus } from "lucide-react";
import type { Metadata } from "next";
import { countOf } from "@/domain/count-of.ts";
import { JOB_FILTERS, JOBS_OF, jobList, managerAsked, type JobFilter } from "@/domain/jobs/job-list.ts";
import { billsOwnJobsOnly } from "@/domain/permission.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { FilterSelect } from "../../_lists/filter-form.tsx";
import { jobColumns } from "../../_lists/job-columns.tsx";
import { listLinks, type PageLinks } from "../../_lists/list-links.ts";
import { EmptyList, Filtered, ListScreen } from "../../_lists/list-screen.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toJobs, toNewJob } from "../../_shell/links.ts";
import { MayBeBilled } from "./may-be-billed.tsx";

export const metadata: Metadata = { title: "Jobs" };

const SHOWN = Object.entries(JOB_FILTERS) as [JobFilter, string][];

export default async function JobsPage({ params, searchParams }: PageProps<"/[org]/jobs">) {
  const { org } = await params;
  const query = jobList.read(await searchParams);
  const { search, show, managerId, customerId, whose } = query;
  const links = listLinks(jobList, query, (asked) => toJobs(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const [page, { count }, managers, billable] = await Promise.all([
    api.jobs.list(query),
    api.jobs.count(jobList.match(query)),
    api.jobs.managers({}),
    api.retainage.billableJobs({}),
  ]);
  if (count === 0 && !links.isFiltered && !(await isAnyThere(org))) return <None here={here} />;
  const { length } = page.rows;
  const ownFirst = billsOwnJobsOnly(here.role);
  const areMine = managerAsked(query, { userId: here.user.userId, role: here.role }) === here.user.userId;
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Jobs"
      what="jobs"
      caption={`Jobs, in ${here.org.currency}`}
      columns={jobColumns({ org: here.org, sortBy: links.sortBy, rows: page.rows })}
      rowKey={(row) => row.jobId}
      count={length < count ? `Showing ${length} of ${countOf(count, "job")}` : null}
      about={<p role="status">{`${countOf(count, "job")}${search ? ` matching “${search}”` : ""}`}</p>}
      action={<AddOne here={here}>Add job</AddOne>}
      filters={
        <>
          <MayBeBilled here={here} billable={billable} />
          <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <FindBox
              action={links.all}
              label="Find a job"
              hint="Number, name, customer, contract"
              search={search ?? ""}
              kept={links.kept("search", "managerId")}
            >
              {managers.length > 0 ? (
                <FilterSelect key={managerId} label="Project manager" name="manager" value={managerId}>
                  <option value="">{ownFirst && whose !== "all" ? "My jobs" : "Every manager"}</option>
                  {managers.map((each) => (
                    <option key={each.managerId} value={each.managerId}>
                      {each.managerId === here.user.userId ? `${each.name} (you)` : each.name}
                    </option>
                  ))}
                </FilterSelect>
              ) : null}
            </FindBox>
            {ownFirst ? (
              <FilterLinks
                label="Whose jobs"
                links={[
                  {
                    words: JOBS_OF.mine,
                    href: links.to({ whose: undefined, managerId: undefined }),
                    on: areMine,
                  },
                  {
                    words: JOBS_OF.all,
                    href: links.to({ whose: "all", managerId: undefined }),
                    on: whose === "all",
                  },
                ]}
              />
            ) : null}
            <FilterLinks
              label="Jobs that are"
              links={[
                { words: "Current", href: links.to({ show: undefined }), on: show === undefined },
                ...SHOWN.map(([each, words]) => ({
                  words,
                  href: links.to({ show: each }),
                  on: show === each,
                })),
              ]}
            />
          </div>
          {customerId ? (
            <Filtered all={links.all}>Jobs of {page.rows[0]?.customerName ?? "this customer"}</Filtered>
          ) : null}
        </>
      }
      none={
        areMine && ownFirst && !search ? (
          <NoneOfMine all={links.to({ whose: "all", managerId: undefined })} />
        ) : (
          <NoMatch search={search} show={show} all={links.all} />
        )
      }
    />
  );
}

/** Also closed, put away, or somebody else's. */
async function isAnyThere(org: string): Promise<boolean> {
  const { jobs } = await apiFor(org);
  const whose = "all";
  const [all, archived] = await Promise.all([
    jobs.count({ show: "all", whose }),
    jobs.count({ show: "archived", whose }),
  ]);
  return all.count + archived.count > 0;
}

function AddOne({ here, children }: { here: CurrentMember; children: string }) {
  if (!here.permissions.includes("job:write")) return null;
  return (
    <ButtonLink variant="primary" href={toNewJob(here.org.slug)}>
      <Plus aria-hidden="true" />
      {children}
    </ButtonLink>
  );
}

function NoneOfMine({ all }: { all: PageLinks["all"] }) {
  return (
    <Empty
      icon={<HardHat />}
      title="None of the jobs here is yours"
      action={<ButtonLink href={all}>Show all jobs</ButtonLink>}
    >
      You see the jobs that you manage; whoever edits a job says who manages it.
    </Empty>
  );
}

type NoMatchProps = { search: string | undefined; show: JobFilter | undefined; all: PageLinks["all"] };

function NoMatch({ search, show, all }: NoMatchProps) {
  return (
    <Empty
      icon={<HardHat />}
      title={search ? `No job matches “${search}”` : "Nothing here"}
      action={<ButtonLink href={all}>Show current jobs</ButtonLink>}
    >
      {search
        ? "Numbers, names, contracts, cities, project managers and customers are searched."
        : show === "may-be-billed"
          ? "No job holds retainage that may be billed now: its conditions are open, or it was billed."
          : "No job stands like that."}
    </Empty>
  );
}

function None({ here }: { here: CurrentMember }) {
  return (
    <EmptyList title="Jobs">
      <Empty icon={<HardHat />} title="No jobs yet" action={<AddOne here={here}>Add the first job</AddOne>}>
        A job gathers what is billed to a customer for one piece of work: its contract, its invoices, what is
        held back, and a limit of its own.
      </Empty>
    </EmptyList>
  );
}

// The jobs of one customer, and how each stands.
import { HardHat } from "lucide-react";
import type { Metadata } from "next";
import { JOBS_OF, jobList } from "@/domain/jobs/job-list.ts";
import { billsOwnJobsOnly } from "@/domain/permission.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { jobColumns } from "../../../../_lists/job-columns.tsx";
import { toJobs, toNewJob } from "../../../../_shell/links.ts";
import { profileTitle, readProfile, type ProfileProps } from "../read-profile.ts";
import { readTab } from "../read-tab.ts";
import { TabList, ofOneCustomer } from "../tab-list.tsx";

export const generateMetadata = (props: ProfileProps): Promise<Metadata> => profileTitle(props, "Jobs");

export default async function CustomerJobs(props: ProfileProps) {
  const { org, here, api, customerId, links, query } = await readTab(props, "jobs", jobList);
  const [page, { mergedInto }] = await Promise.all([
    api.jobs.list({ ...query, show: "all" }),
    readProfile(org, customerId),
  ]);
  const add =
    here.permissions.includes("job:write") && !mergedInto ? (
      <ButtonLink variant="primary" href={toNewJob(org, { customer: customerId })}>
        Add a job
      </ButtonLink>
    ) : null;
  // A project manager's own first, as on the list of all jobs.
  const ownFirst = billsOwnJobsOnly(here.role);
  const whose = ownFirst ? query.whose : undefined;
  return (
    <>
      {ownFirst ? (
        <div className="mb-3">
          <FilterLinks
            label="Whose jobs"
            links={[
              { words: JOBS_OF.mine, href: links.to({ whose: undefined }), on: whose !== "all" },
              { words: JOBS_OF.all, href: links.to({ whose: "all" }), on: whose === "all" },
            ]}
          />
        </div>
      ) : null}
      {page.rows.length > 0 && add ? <div className="mb-3 flex justify-end print:hidden">{add}</div> : null}
      <TabList
        what="Jobs"
        order="by number"
        currency={here.org.currency}
        hasTotal={false}
        links={links}
        page={page}
        columns={ofOneCustomer(jobColumns({ org: here.org, sortBy: links.sortBy, rows: page.rows }), "name")}
        rowKey={(row) => row.jobId}
        whole={toJobs(org, { customer: customerId, show: "all", whose })}
        none={
          <Empty
            icon={<HardHat />}
            title={ownFirst && whose !== "all" ? "None of their jobs is yours" : "No jobs yet"}
            action={add}
          >
            A job gathers what is billed to them for one piece of work.
          </Empty>
        }
      />
    </>
  );
}

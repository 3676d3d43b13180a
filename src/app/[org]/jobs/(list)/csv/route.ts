// The list of jobs as a file: what the page shows, all of it.
import { jobList } from "@/domain/jobs/job-list.ts";
import { jobsFile } from "@/server/list-files/jobs.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(jobsFile, jobList);

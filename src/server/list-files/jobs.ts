// The list of jobs as a file.
import { listJobs, type ListedJob } from "@/books/jobs/job-list.ts";
import { managerAsked } from "@/domain/jobs/job-list.ts";
import { JOB_STATUS_WORDS } from "@/domain/jobs/job-status.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { jobsRouter } from "../routers/jobs.ts";

export const jobsFile = listFile({
  name: "jobs",
  procedure: jobsRouter.list,
  columns: () => [
    textColumn<ListedJob>("Number", (row) => row.number),
    textColumn<ListedJob>("Name", (row) => row.name),
    textColumn<ListedJob>("Customer", (row) => row.customerName),
    textColumn<ListedJob>("Customer number", (row) => row.customerNumber),
    textColumn<ListedJob>("Project manager", (row) => row.managerName),
    plainColumn<ListedJob>("Status", (row) => JOB_STATUS_WORDS[row.status]),
    plainColumn<ListedJob>("Starts", (row) => row.startsOn),
    plainColumn<ListedJob>("Ends", (row) => row.endsOn),
    textColumn<ListedJob>("Contract number", (row) => row.contractNumber),
    plainColumn<ListedJob>("Contract date", (row) => row.contractOn),
    plainColumn<ListedJob>("Currency", (row) => row.currency),
    anyAmountColumn<ListedJob>("Contract sum", (row) => row.contractCents),
    anyAmountColumn<ListedJob>("Credit limit", (row) => row.limitCents),
    anyAmountColumn<ListedJob>("Left to pay", (row) => row.openCents),
    anyAmountColumn<ListedJob>("May be billed", ({ billable }) => billable.billableCents),
    plainColumn<ListedJob>("May be billed since", ({ billable }) => billable.since),
    plainColumn<ListedJob>("Retainage on work (%)", (row) => row.retainageWork),
    plainColumn<ListedJob>("Retainage on stored materials (%)", (row) => row.retainageStored),
  ],
  page: ({ books, member }, input, size) =>
    listJobs(books, { ...input, managerId: managerAsked(input, member) }, size),
});

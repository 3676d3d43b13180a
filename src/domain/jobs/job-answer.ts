// What the API tells of jobs.
import { z } from "zod";
import { AnySum, listOf, pageOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";
import { JOB_STATUSES } from "./job-status.ts";

const Job = z.object({
  jobId: z.string(),
  number: z.string(),
  name: z.string(),
  status: z.enum(JOB_STATUSES),
  customerId: z.string(),
  customerNumber: z.string(),
  customerName: z.string(),
  managerId: z.string().nullable(),
  managerName: z.string(),
  addressLines: listOf(z.string()),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  country: z.string(),
  startsOn: AnyDay.nullable(),
  endsOn: AnyDay.nullable(),
  currency: z.string(),
  limitCents: AnySum.nullable(),
  contractNumber: z.string(),
  contractOn: AnyDay.nullable(),
  contractCents: AnySum.nullable(),
  openCents: AnySum,
  chartCode: z.string().nullable(),
  taxId: z.string().nullable(),
  retainageWork: z.string().nullable(),
  retainageStored: z.string().nullable(),
  notes: z.string(),
  isArchived: z.boolean(),
  version: z.number().int(),
});

/** `since`: the day from which the first of it may be billed; null where nothing may. */
const MayBeBilled = z.object({ billableCents: AnySum, since: AnyDay.nullable() });
export const JobsAnswer = pageOf(Job.extend({ billable: MayBeBilled }));
export const JobAnswer = Job.extend({
  billedCents: AnySum.nullable(),
  taxCents: AnySum.nullable(),
  paidCents: AnySum.nullable(),
  heldCents: AnySum,
  invoices: z.number().int(),
});
export const NewJobAnswer = z.object({ jobId: z.string(), number: z.string() });

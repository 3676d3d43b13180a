// What was typed over a job and isn't saved yet, with the version that it was typed over.
import type { JobField } from "@/domain/jobs/job.ts";
import { keptForm } from "@/ui/kept-form.ts";
import type { Drawn } from "@/ui/use-edit.ts";

export const placeOfJob = (org: string, jobId: string) => ["job", org, jobId];

export const keptJob = (userId: string, org: string, jobId: string) =>
  keptForm<Drawn<JobField>>(userId, placeOfJob(org, jobId));

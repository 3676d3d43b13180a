// The job of the page, read once however many parts of it ask.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";

export type JobPage = RouterOutputs["jobs"]["read"];

export const readJob = cache(async (org: string, jobId: string): Promise<JobPage> => {
  const api = await apiFor(org);
  return api.jobs.read({ jobId: jobId.slice(0, 60) });
});

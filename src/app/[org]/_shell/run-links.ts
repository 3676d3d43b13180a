// Addresses of the runs of statements, and of what came back.
import type { Route } from "next";
import { href, type Query } from "./links.ts";

export const toRuns = (org: string, query: Query = {}): Route => href([org, "statements", "runs"], query);
export const toNewRun = (org: string): Route => href([org, "statements", "runs", "new"]);
export const toRun = (org: string, runId: string, query: Query = {}): Route =>
  href([org, "statements", "runs", runId], query);
export const toRunProgress = (org: string, runId: string): Route =>
  href([org, "statements", "runs", runId, "progress"]);
export const toRunPaper = (org: string, runId: string, query: Query = {}): Route =>
  href([org, "statements", "runs", runId, "pdf"], query);

export const toBounced = (org: string, query: Query = {}): Route =>
  href([org, "statements", "bounced"], query);

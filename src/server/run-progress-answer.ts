// The door of a run's progress: who may read the run may watch it.
import { notFound } from "next/navigation";
import { z } from "zod";
import { apiFor, contextFor } from "./api.ts";
import { runProgress } from "./run-progress.ts";

export async function answerRunProgress(org: string, runId: string, signal: AbortSignal): Promise<Response> {
  if (!z.uuid().safeParse(runId).success) notFound();
  await (await apiFor(org)).statementRuns.read({ runId });
  const { member } = await contextFor(org);
  if (!member) notFound();
  const body = runProgress(member, runId, signal);
  if (body === null) return new Response("Too many at once.", { status: 503, headers: UNKEPT });
  return new Response(body, { headers: { ...UNKEPT, "content-type": "text/event-stream; charset=utf-8" } });
}

const UNKEPT = { "cache-control": "private, no-store", "x-accel-buffering": "no" };

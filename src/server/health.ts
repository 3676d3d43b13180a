// Whether this process should get requests. Live: it runs. Ready: its database answers, is of this version, and
// the wall holds for us. The answer says no more than that; the reasons are in the log.
import { standingFaults } from "@/db/directory/standing.ts";
import { now } from "./clock.ts";
import { log } from "./log.ts";
import { safeError } from "./log-safely.ts";

const KEPT_MS = 1000;

let last: { at: number; ready: Promise<boolean> } | undefined;

/** Asked at most once a second, however often a balancer, or a stranger, looks. */
export function isReady(): Promise<boolean> {
  const at = now().getTime();
  if (!last || at - last.at > KEPT_MS) last = { at, ready: look() };
  return last.ready;
}

async function look(): Promise<boolean> {
  const faults = await standingFaults().catch((error: unknown) => [
    `the database can't be asked: ${safeError(error).message}`,
  ]);
  if (faults.length > 0) log().error({ faults }, "not ready");
  return faults.length === 0;
}

export async function readyAnswer(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503 });
}

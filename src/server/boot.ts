// Before the first request: the settings are there, the PostgreSQL has no known hole, the database is that of this version,
// and the wall holds for us. A web server that could see through it must not start at all, since nothing in its answers would
// ever show.
import { serverFaults, standingFaults, versionFaults } from "@/db/directory/standing.ts";
import { env, needed, SettingsError } from "@/env.ts";
import { watchClock } from "./clock-watch.ts";
import { consoleToLog } from "./console-to-log.ts";
import { log } from "./log.ts";
import { safeError } from "./log-safely.ts";
import { addRequestHooks } from "./wire/request-hooks.ts";

const TRIES = 30;
const PAUSE_MS = 1000;

export async function boot(): Promise<void> {
  const faults = await bootFaults();
  if (faults.length > 0) {
    process.stderr.write(`onaccount: will not start: ${faults.join("; ")}\n`);
    process.exit(1);
  }
  addRequestHooks();
  watchClock();
  // In development the terminal is for whoever develops.
  if (env().NODE_ENV === "production") consoleToLog(log());
  log().info("started");
  if (env().APP_URL.startsWith("https:") && env().TRUST_PROXY_HOPS === 0)
    log().warn(
      "APP_URL is https, so a reverse proxy stands before this server, and TRUST_PROXY_HOPS is 0: all visitors " +
        "count as one. Set it to the number of proxies.",
    );
}

/** A database that is still starting is waited for; one that answers wrongly is not. */
export async function bootFaults(tries = TRIES): Promise<string[]> {
  try {
    needed("AUTH_SECRET");
    const faults = [...(await serverFaults()), ...(await versionFaults())];
    return faults.length > 0 ? faults : await standingFaults();
  } catch (error) {
    if (error instanceof SettingsError) return [error.message];
    if (tries <= 1) return [`the database can't be asked: ${safeError(error).message}`];
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return bootFaults(tries - 1);
  }
}

// Before the first request: the settings are there, the database is that of this version, and the wall holds for us. A
// web server that could see through it must not start at all, since nothing in its answers would ever show.
import { standingFaults, versionFaults } from "@/db/directory/standing.ts";
import { needed, SettingsError } from "@/env.ts";
import { log } from "./log.ts";
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
  log().info("started");
}

/** A database that is still starting is waited for; one that answers wrongly is not. */
export async function bootFaults(tries = TRIES): Promise<string[]> {
  try {
    needed("AUTH_SECRET");
    const faults = await versionFaults();
    return faults.length > 0 ? faults : await standingFaults();
  } catch (error) {
    if (error instanceof SettingsError) return [error.message];
    if (tries <= 1) return [`the database can't be asked: ${String(error)}`];
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return bootFaults(tries - 1);
  }
}

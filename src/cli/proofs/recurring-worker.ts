// A process that makes the recurring invoices that are due, as the worker does in its hour; to be killed in the middle of it.
import fs from "node:fs";
import { businessBySlug } from "@/db/directory/businesses.ts";
import { present } from "@/domain/assert.ts";
import { systemIn } from "@/server/actor.ts";
import { setClock } from "@/server/clock.ts";
import { runRecurring } from "@/server/jobs/recurring.ts";
import { usePool } from "../own-pool.ts";

export type Run = { url: string; slug: string; instant: string; night: string };

/** Answers with how many were made. */
export async function runNight({ slug, instant, night }: Omit<Run, "url">): Promise<number> {
  setClock(instant);
  try {
    const business = present(await businessBySlug(slug), "it is there");
    return await runRecurring(systemIn(business, night));
  } finally {
    setClock(null);
  }
}

const [order] = process.argv.slice(2);
if (order?.startsWith("{")) {
  const run = JSON.parse(order) as Run;
  usePool(run.url);
  fs.writeSync(1, `${await runNight(run)}\n`);
  process.exit(0);
}

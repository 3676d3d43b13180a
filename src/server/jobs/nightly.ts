// What is done for each business at night: invoices that come again are made, its books are proven, files that nobody
// brings in, old webhooks and who was declined credit a year ago are cleared away, and months are added so
// that years of them always lie ahead. It runs every hour, because zones differ; what was missed is done in the next hour of that night, or the next
// night.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { areApplicationsOver, forgetApplications } from "@/books/business/forgotten-applications.ts";
import { clearDeliveries } from "@/books/business/webhook-deliveries.ts";
import { changeBooks, noteInBooks, readBooks } from "@/books/open.ts";
import { extendPeriods, isShortOfPeriods } from "@/books/business/periods.ts";
import { isSealDue, sealAudit } from "@/books/business/audit-seals.ts";
import { areFilesOver, clearFiles } from "@/books/imports/clear-files.ts";
import { isProofDue } from "@/books/business/proofs.ts";
import { readRegionWanted } from "@/books/business/settings.ts";
import type { Region } from "@/domain/business/region.ts";
import { openBusinesses, keepRegion, type Business } from "@/db/directory/businesses.ts";
import { removeClosed } from "../auth/close-business.ts";
import { systemIn } from "../actor.ts";
import { hourIn } from "../clock.ts";
import { log } from "../log.ts";
import { runAutopay } from "../online/take-autopay.ts";
import { runRecurring } from "./recurring.ts";
import { enqueueProof } from "./queue.ts";
import { beginRuns } from "./run-schedules.ts";

export async function runNightlyJobs(boss: PgBoss): Promise<void> {
  await removeClosed().catch((error: unknown) => log().error({ err: error }, "closed businesses stay"));
  for (const business of await openBusinesses()) {
    // One business's trouble is not the others'.
    await runNightlyJob(boss, business).catch((error: unknown) =>
      log().error({ err: error, org: business.slug }, "night failed"),
    );
  }
}

export async function runNightlyJob(boss: PgBoss, business: Business): Promise<void> {
  const actor = systemIn(business, `night-${randomUUID()}`);
  const { short, due, region, over, declined, unsealed } = await readBooks(actor, async (books) => ({
    region: await readRegionWanted(books),
    short: await isShortOfPeriods(books),
    due: await isProofDue(books),
    over: await areFilesOver(books),
    declined: await areApplicationsOver(books),
    unsealed: await isSealDue(books),
  }));
  if (region && !isRegionOf(region, business)) await keepRegion(actor, region);
  if (short) {
    const command = {
      key: `extend-periods:${actor.today.slice(0, 7)}`,
      procedure: "periods.extend",
      input: null,
    };
    await changeBooks(actor, command, extendPeriods);
  }
  if (over) {
    const command = { key: `clear-files:${actor.today}`, procedure: "imports.clear", input: null };
    await changeBooks(actor, command, clearFiles);
  }
  if (unsealed) {
    const command = { key: `seal-audit:${actor.requestId}`, procedure: "audit.seal", input: null };
    await changeBooks(actor, command, sealAudit);
  }
  await noteInBooks(actor, clearDeliveries);
  await runRecurring(actor);
  await runAutopay(actor);
  await beginRuns(boss, actor);
  if (declined) {
    const command = {
      key: `forget-applications:${actor.requestId}`,
      procedure: "applications.forget",
      input: null,
    };
    await changeBooks(actor, command, forgetApplications);
  }
  if (due && isNight(hourIn(business.zone))) await enqueueProof(boss, business.id, { isAwaited: false });
}

/** What was decided in the books reaches the directory, also where the process died in between. */
const isRegionOf = (region: Region, { locale, country, zone }: Business): boolean =>
  region.locale === locale && region.country === country && region.zone === zone;

const isNight = (hour: number): boolean => hour >= 1 && hour < 6;

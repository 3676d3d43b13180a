// The worker dies in the middle of the recurring invoices, twice, and is started again: each day of each is made once, and
// none is left out.
import { spawn } from "node:child_process";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { startSchedule } from "@/books/invoices/recurring.ts";
import { recordInvoice } from "@/books/invoices/invoices.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewSchedule } from "@/domain/invoices/recurring-input.ts";
import { addDays, day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { needed } from "@/env.ts";
import { runNight, type Run } from "./recurring-worker.ts";

afterAll(closePool);

const [STARTS, INSTANT] = [day("2026-05-05"), "2026-06-30T12:00:00Z"];
const SCHEDULES = 6;
/** Every Tuesday from the first to the day of the run. */
const DAYS = Array.from({ length: 9 }, (_, week) => addDays(STARTS, 7 * week));

async function businessOfSchedules() {
  const ledger = await freshBusiness({ zone: "UTC", today: STARTS });
  for (let n = 1; n <= SCHEDULES; n++) {
    const { accountId } = await ledger.customer(`Customer ${n}`).write();
    const lines = [{ description: "Care", totalCents: cents(n * 100) }];
    const { invoiceId } = await ledger.change((books) =>
      recordInvoice(books, inputOf(NewInvoice, { accountId, issuedOn: day("2026-05-01"), lines })),
    );
    const like = { kind: "invoice", id: invoiceId } as const;
    const weekly = { every: "week", day: null, endsOn: null, count: null, as: "issued" } as const;
    const schedule = inputOf(NewSchedule, { like, startsOn: STARTS, ...weekly });
    await ledger.change((books) => startSchedule(books, schedule, "en-US"));
  }
  return ledger;
}

function startWorker(run: Run) {
  const words = [
    "--import",
    path.join(import.meta.dirname, "../typescript.mjs"),
    path.join(import.meta.dirname, "recurring-worker.ts"),
  ];
  const child = spawn(process.execPath, [...words, JSON.stringify(run)], {
    cwd: path.join(import.meta.dirname, "../../.."),
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { child, gone: new Promise((resolve) => child.once("close", (_code, signal) => resolve(signal))) };
}

test(
  "killed outright and started again: the same set, no duplicate, no hole",
  { timeout: 180_000 },
  async () => {
    const ledger = await businessOfSchedules();
    const made = () =>
      ledger.read(async ({ tx }) => [
        ...(await tx.execute<{ amount: number; on_day: string; total: number; issued_on: string }>(sql`
        select t.total as amount, r.on_day, v.total, v.issued_on from books.invoice_schedule_runs r
        join books.invoice_drafts d on d.id = r.draft_id join books.invoices v on v.id = d.invoice_id
        join books.invoices t on t.account_id = v.account_id and t.issued_on = '2026-05-01'
        order by t.total, r.on_day`)),
      ]);
    const run = { url: needed("DATABASE_URL"), slug: ledger.slug, instant: INSTANT, night: "night" };
    const sofar = [0];
    for (const more of [4, 11]) {
      // Another try is another request: its commands have other keys.
      const worker = startWorker({ ...run, night: `night-${more}` });
      const wanted = more + (sofar.at(-1) ?? 0);
      await expect
        .poll(async () => (await made()).length, { timeout: 60_000, interval: 5 })
        .toBeGreaterThan(wanted);
      worker.child.kill("SIGKILL");
      expect(await worker.gone).toBe("SIGKILL");
      sofar.push((await made()).length);
    }
    // It died in the middle, both times.
    expect(sofar.at(-1)).toBeLessThan(SCHEDULES * DAYS.length);
    expect(await runNight(run)).toBe(SCHEDULES * DAYS.length - (sofar.at(-1) ?? 0));
    expect(await runNight(run)).toBe(0);
    const all = Array.from({ length: SCHEDULES }, (_, n) => (n + 1) * 100).flatMap((amount) =>
      DAYS.map((on) => ({ amount, on_day: on, total: amount, issued_on: on })),
    );
    expect(await made()).toEqual(all);
    const [{ invoices } = { invoices: 0 }] = await ledger.read(({ tx }) =>
      tx.execute<{ invoices: number }>(sql`select count(*)::int as invoices from books.invoices`),
    );
    expect(invoices).toBe(SCHEDULES + all.length);
    expect((await ledger.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
  },
);

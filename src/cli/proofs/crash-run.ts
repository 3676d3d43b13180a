// Kills PostgreSQL or the process that posts, outright and at a random moment, starts again, and counts: nothing that
// was acknowledged is lost, nothing is there by half, and what nobody knows of is posted once when it is sent again.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { freshBusiness, type Ledger } from "@/books/story/ledger-dsl.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool, connect } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { migrate } from "@/db/migrate.ts";
import { createRoles } from "@/db/roles.ts";
import { startPostgres } from "../pg.mjs";
import { carryOut, type Job, type Line } from "./crash-writer.ts";
import { usePool } from "../own-pool.ts";

export type Cycle = {
  killed: "postgres" | "writers";
  acked: number;
  lost: number;
  unknown: number;
  ofThemThere: number;
  half: number;
  events: number;
  broken: string[];
  restartMs: number;
};
type Wanted = { cycles: number; synchronousCommit: "on" | "off"; report?: (cycle: Cycle) => void };

const PASSWORD = "crash";

export async function crash({ cycles, synchronousCommit, report }: Wanted): Promise<Cycle[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-crash-"));
  // Off, and with a lazy writer, is the control: then acknowledged postings can be lost.
  const settings =
    synchronousCommit === "on"
      ? {}
      : { synchronous_commit: "off", wal_writer_delay: "10s", wal_writer_flush_after: "1GB" };
  const start = () =>
    startPostgres({
      dir: path.join(folder, "pg"),
      log: path.join(folder, "postgres.log"),
      password: PASSWORD,
      port: undefined,
      settings,
    });
  let server = await start();
  const url = (user: string) => `postgres://${user}:${PASSWORD}@127.0.0.1:${server.port}/onaccount`;
  try {
    await createRoles({
      adminUrl: server.adminUrl,
      appUrl: url("onaccount_app"),
      migratorUrl: url("onaccount_migrator"),
    });
    await migrate(url("onaccount_migrator"));
    usePool(url("onaccount_app"));
    const business = await freshBusiness();
    const accountIds: string[] = [];
    for (let n = 0; n < 8; n++) accountIds.push((await business.customer(`Customer ${n}`).write()).accountId);
    await closePool();
    // What came before is on the disk; only the stream is at stake.
    const admin = connect(server.adminUrl, 1);
    await admin.query("checkpoint");
    await admin.end();
    const log = { acked: new Map<string, number>(), sent: new Map<string, Job>() };
    const seen: Cycle[] = [];
    for (let n = 0; n < cycles; n++) {
      const killed = n % 2 === 0 ? "postgres" : "writers";
      await stream(
        { url: url("onaccount_app"), business, accountIds, log },
        () => killed === "postgres" && process.kill(present(server.pid, "the server runs"), "SIGKILL"),
      );
      const began = performance.now();
      if (killed === "postgres") {
        await server.exited;
        server = await again(start);
      }
      usePool(url("onaccount_app"));
      const restartMs = Math.round(performance.now() - began);
      const counted = await count(business, log);
      await closePool();
      seen.push({ killed, ...counted, restartMs });
      report?.({ killed, ...counted, restartMs });
    }
    return seen;
  } finally {
    await closePool();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The last of the dead server's processes may take a moment to go. */
async function again<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await start();
    } catch (error) {
      if (tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

type Log = { acked: Map<string, number>; sent: Map<string, Job> };
type Stream = { url: string; business: Ledger; accountIds: readonly string[]; log: Log };

/** Lets the writers run for a while after their first posting, then kills; returns when they are gone. */
async function stream({ url, business, accountIds, log }: Stream, killServer: () => unknown): Promise<void> {
  const order = JSON.stringify({ url, asker: business.asker, accountIds });
  const file = path.join(import.meta.dirname, "crash-writer.ts");
  const tsx = ["--import", path.join(import.meta.dirname, "../typescript.mjs"), file, order];
  const cwd = path.join(import.meta.dirname, "../../..");
  const child = spawn(process.execPath, tsx, { cwd, stdio: ["ignore", "pipe", "inherit"] });
  let rest = "";
  const first = new Promise<void>((resolve) =>
    child.stdout.on("data", (piece: Buffer) => {
      const lines = (rest + piece.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) note(log, JSON.parse(line) as Line);
      if (log.acked.size > 0) resolve();
    }),
  );
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await Promise.race([first, gone]);
  await new Promise((resolve) => setTimeout(resolve, 600 + Math.random() * 900));
  if (!killServer()) child.kill("SIGKILL");
  setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
  await gone;
}

function note({ acked, sent }: Log, line: Line): void {
  if ("sent" in line) sent.set(line.sent.key, line.sent);
  else acked.set(line.acked, line.eventId);
}

async function count(business: Ledger, { acked, sent }: Log): Promise<Omit<Cycle, "killed" | "restartMs">> {
  const there = await posted(business);
  const lost = [...acked].filter(([key, eventId]) => there.get(key) !== eventId);
  const unknown = [...sent.values()].filter((job) => !acked.has(job.key));
  const ofThemThere = unknown.filter((job) => there.has(job.key));
  for (const job of unknown) {
    const { eventId } = await carryOut(business.asker, job);
    // What was there already answers as it did; nothing is posted a second time.
    if (there.has(job.key) && there.get(job.key) !== eventId) lost.push([job.key, eventId]);
    acked.set(job.key, eventId);
  }
  for (const [key] of lost) acked.delete(key);
  for (const [key] of lost) sent.delete(key);
  const { half, events, broken } = await business.read(async ({ tx }) => {
    const rows = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from books.commands c where c.procedure = 'crash' and (c.answer is null
        or (select count(*) from books.events e where e.command_id = c.id) <> 1
        or (select count(*) from books.audit_entries a where a.command_id = c.id) <> 1)`);
    const checked = await runChecks(tx);
    return {
      half: rows[0]?.n ?? -1,
      events: checked.events,
      broken: checked.broken.map((each) => `${each.id} ${each.says}`),
    };
  });
  return {
    acked: acked.size,
    lost: lost.length,
    unknown: unknown.length,
    ofThemThere: ofThemThere.length,
    half,
    events,
    broken,
  };
}

/** What the books hold: the event of each key. */
const posted = (business: Ledger) =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ key: string; number: number }>(sql`
      select c.key, e.number from books.commands c join books.events e on e.command_id = c.id where c.procedure = 'crash'`);
    return new Map(rows.map((row) => [row.key, row.number]));
  });

// The server that `npm start` brings writes what it says it wrote, and holds no session of the app for ever (faults D2, D4, E50).
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { needed } from "@/env.ts";
import { startPostgres } from "./pg.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-pg-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test("what is committed is on the disk, whole, and a flipped bit is seen", { timeout: 60_000 }, async () => {
  const where = { dir: path.join(folder, "pg"), log: path.join(folder, "postgres.log") };
  const server = await startPostgres({ ...where, password: "only-for-this-test" });
  const sql = postgres(server.adminUrl, { max: 1 });
  try {
    const rows = await sql`
      select name, setting from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses')`;
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on",
      full_page_writes: "on",
      synchronous_commit: "on",
      data_checksums: "on",
      listen_addresses: "127.0.0.1",
    });
  } finally {
    await sql.end();
    await server.stop();
  }
});

test("a session of the app that hangs is ended, and its locks with it", async () => {
  const sql = postgres(needed("DATABASE_URL"), { max: 1 });
  try {
    const rows = await sql`
      select name, setting::int as ms from pg_settings
      where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`;
    expect(Object.fromEntries(rows.map(({ name, ms }) => [name, ms]))).toEqual({
      statement_timeout: 15_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
    });
  } finally {
    await sql.end();
  }
});

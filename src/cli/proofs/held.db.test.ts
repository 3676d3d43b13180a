// A process that dies, or hangs, between its posting and COMMIT: the account it held is free again, at once or when
// the role's patience ends; nothing of it was posted, and the same command is posted once, whoever sends it again.
import { spawn } from "node:child_process";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { freshBusiness, type Account } from "@/books/story/ledger-dsl.ts";
import { desk } from "@/books/testing/desk.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { needed } from "@/env.ts";
import { payHeld, type Held } from "./held-writer.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let held: Held;
let writer: Awaited<ReturnType<typeof startWriter>>;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").invoice("100.00", "2026-01-31").write();
  const url = needed("DATABASE_URL");
  held = { url, asker: business.asker, accountId: greenleaf.accountId, key: "held-command", amount: 30_00 };
  writer = await startWriter(held);
}, 90_000);
afterEach(async () => {
  writer.child.kill("SIGKILL");
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

/** Comes back once the writer has posted and holds the account. */
async function startWriter(order: Held) {
  const words = [
    "--import",
    path.join(import.meta.dirname, "../typescript.mjs"),
    path.join(import.meta.dirname, "held-writer.ts"),
  ];
  const child = spawn(process.execPath, [...words, JSON.stringify(order)], {
    cwd: path.join(import.meta.dirname, "../../.."),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const said: string[] = [];
  child.stdout.on("data", (piece: Buffer) => said.push(...piece.toString().split("\n").filter(Boolean)));
  await expect.poll(() => said, { timeout: 60_000 }).toEqual(["posted"]);
  return { child, said, gone: new Promise((resolve) => child.once("close", resolve)) };
}

const events = () =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ kind: string }>(sql`select kind from books.events order by seq`);
    return rows.map((row) => row.kind);
  });
const neighbour = () => desk(business, greenleaf).invoice(1_00, "2026-06-21");

/** The held command is sent again, twice; it is posted once. */
async function sendAgain(): Promise<void> {
  const answer = await payHeld(held);
  expect(await payHeld(held)).toEqual(answer);
  expect(answer.applied.map((each) => each.amountCents)).toEqual([30_00]);
}

test(
  "killed outright: the account is free at once, and nothing was posted",
  { timeout: 120_000 },
  async () => {
    await expect(
      business.change(async ({ tx }) => {
        await tx.execute(sql`set local lock_timeout = '200ms'`);
        await tx.execute(
          sql`select from books.accounts where id = ${greenleaf.accountId}::uuid for no key update`,
        );
      }),
    ).rejects.toMatchObject({ code: "busy" });
    writer.child.kill("SIGKILL");
    await writer.gone;
    const began = performance.now();
    await neighbour();
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(await events()).toEqual(["invoice", "invoice"]);
    await sendAgain();
    expect(await events()).toEqual(["invoice", "invoice", "payment"]);
  },
);

test(
  "stopped: cut off by the role’s own timeouts, and when it comes back it begins anew",
  { timeout: 60_000 },
  async () => {
    const limits = await business.read(({ tx }) =>
      tx.execute<{ name: string; setting: string }>(sql`
      select name, setting || unit as setting from pg_settings
      where name in ('idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout') order by name`),
    );
    expect(limits.map((row) => row.setting)).toEqual(["10000ms", "3000ms", "15000ms"]);
    writer.child.kill("SIGSTOP");
    const began = performance.now();
    // Whoever comes meanwhile is told after three seconds, and gets in once the ten are over.
    await expect(neighbour()).rejects.toMatchObject({ code: "busy" });
    expect(performance.now() - began).toBeLessThan(6_000);
    const getIn = () =>
      neighbour().then(
        () => "in",
        (why: { code: string }) => why.code,
      );
    await expect.poll(getIn, { timeout: 20_000, interval: 100 }).toBe("in");
    expect(performance.now() - began).toBeLessThan(15_000);
    writer.child.kill("SIGCONT");
    writer.child.stdin.write("go on\n");
    await expect.poll(() => writer.said, { timeout: 10_000 }).toEqual(["posted", "posted"]);
    expect(await events()).toEqual(["invoice", "invoice"]);
    writer.child.stdin.write("go on\n");
    await writer.gone;
    expect(writer.said).toEqual(["posted", "posted", "committed"]);
    await sendAgain();
    expect(await events()).toEqual(["invoice", "invoice", "payment"]);
  },
);

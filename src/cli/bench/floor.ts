// The floor under a posting: a bare script that writes the same rows to the same tables, one round trip a row, in one
// transaction, as the same role behind the same wall. Keys, foreign keys, CHECKs, unique and deferred constraints
// all hold; the statement-level guards are off while it runs, since they refuse an event that is half written, so
// the floor is the faster for it and the ratio the harder to reach.
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { needed } from "@/env.ts";
import { asOwner, ISSUED, PAID, type Stock } from "./stock.ts";

export type Floor = (run: { from: number; clients: number; each: number }) => Promise<number>;

const GUARDED = [
  "events",
  "accounts",
  "journal_lines",
  "items",
  "credits",
  "allocations",
  "reductions",
  "retainage",
  "invoices",
  "invoice_lines",
];

/** Whether this machine has pgbench. */
export function hasPgbench(): boolean {
  try {
    execFileSync("pgbench", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The work as a table that the script finds its accounts and debts in. */
export async function keepWork({ work }: Stock): Promise<void> {
  const rows = work.map(({ accountId, items }, id) => ({
    id,
    account_id: accountId,
    item_1: items[0],
    item_2: items[1],
  }));
  await asOwner(async (owner) => {
    await owner`create schema if not exists bench`;
    await owner`drop table if exists bench.work`;
    await owner`create table bench.work (id int primary key, account_id uuid, item_1 bigint, item_2 bigint)`;
    await owner`insert into bench.work select * from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as w (id int, account_id uuid, item_1 bigint, item_2 bigint)`;
    await owner`grant usage on schema bench to onaccount_app`;
    await owner`grant select on bench.work to onaccount_app`;
    await owner`analyze bench.work`;
  });
}

/** Transactions per second of `script`, by pgbench with prepared statements. */
export function pgbench(stock: Stock, script: string): Floor {
  return ({ from, clients, each }) =>
    inFolder(stock, script, async (folder, file) => {
      const stdout = await runPgbench(file, { from, clients, each }, []);
      const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
      if (!rate || !stdout.includes(`actually processed: ${clients * each}/`)) throw new Error(stdout);
      return Number(rate);
    });
}

/** How long each transaction of `script` took, in ms from when it was due, at so many a second; the shortest first. */
export function pgbenchAt(
  stock: Stock,
  script: string,
  { perSecond, seconds, clients }: { perSecond: number; seconds: number; clients: number },
): Promise<number[]> {
  const each = Math.ceil((perSecond * seconds) / clients);
  return inFolder(stock, script, async (folder, file) => {
    const log = path.join(folder, "log");
    await runPgbench(file, { from: 1, clients, each }, ["-R", String(perSecond), "-l", "--log-prefix", log]);
    const names = (await readdir(folder)).filter((name) => name.startsWith("log"));
    const logs = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
    // Client, transaction, microseconds, …: the manual of pgbench, "Per-Transaction Logging".
    const lines = logs.flatMap((text) => text.trimEnd().split("\n"));
    return lines.map((line) => Number(line.split(" ")[2]) / 1000).sort((a, b) => a - b);
  });
}

async function inFolder<T>(
  stock: Stock,
  script: string,
  work: (folder: string, file: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "onaccount-floor-"));
  const file = path.join(folder, "floor.sql");
  await writeFile(file, script.replaceAll("ORG", stock.tenant));
  await guards("disable");
  try {
    return await work(folder, file);
  } finally {
    await guards("enable");
    await rm(folder, { recursive: true, force: true });
  }
}

async function runPgbench(file: string, run: Parameters<Floor>[0], more: readonly string[]): Promise<string> {
  const { from, clients, each } = run;
  const size = ["-c", String(clients), "-j", String(Math.min(clients, 2)), "-t", String(each)];
  const given = ["-D", `base=${from - 1}`, "-D", `each=${each}`, "-D", "n=0"];
  const words = ["-n", "-M", "prepared", "-f", file, ...size, ...given, ...more, needed("DATABASE_URL")];
  return (await promisify(execFile)("pgbench", words)).stdout;
}

async function guards(turn: "enable" | "disable"): Promise<void> {
  await asOwner(async (owner) => {
    for (const table of GUARDED) await owner.unsafe(`alter table books.${table} ${turn} trigger user`);
  });
}

const OPENING = `
\\set n :n + 1
\\set w :base + :client_id * :each + :n
begin;
set local onaccount.org_id = 'ORG';
insert into books.commands (key, procedure, request_hash, actor) values (gen_random_uuid()::text, 'bench', sha256('x'), 'user-bench') returning id as command \\gset
`;

const CLOSING = `
update books.commands set answer = '{"paymentId": "00000000-0000-0000-0000-000000000000","number": "P-00001","eventId": 1, "applied": [], "creditCents": 0}' where id = :command;
commit;
`;

const AUDIT = `
insert into books.audit_entries (actor, actor_name, action, input, request_id, command_id) values ('user-bench', 'Bench', 'bench', '{"accountId": "00000000-0000-0000-0000-000000000000","amountCents": 20000,"method": "check","reference": "4471"}', 'bench', :command);
`;

const event = (amounts: string, what: string) => `
insert into books.events (number, account_id, currency, seq, prev_seq, kind, effective_on, period, recorded_at, amount, open_items, open_credit, retained, prev_balance, balance_after, actor, label, document_id, command_id, prev_hash, hash) values (1000000000 + :w, :account, 'USD', :seq, nullif(:seq - 1, 0), ${what}, '2026-06-01', :at, ${amounts}, 'user-bench', 'Bench', :document, :command, sha256('a'), sha256('b'));`;

const journal = (line: number, role: string, amount: number) => `
insert into books.journal_lines (event_number, line, chart_code, amount) values (1000000000 + :w, ${line}, (select code from books.chart where role = '${role}'), ${amount});`;

const allocation = (line: number) => `
update books.items set applied = applied + 10000, touched_on = '${PAID}', touched_at = :at where id = :item_${line};
insert into books.allocations (event_number, line, account_id, currency, credit_id, item_id, amount, effective_on, recorded_at) values (1000000000 + :w, ${line}, :account, 'USD', 1000000000 + :w, :item_${line}, 10000, '${PAID}', :at);`;

const head = (moves: string) => `
update books.accounts a set ${moves}, last_seq = coalesce(a.last_seq, 0) + 1, head_hash = sha256('b'), head_at = clock_timestamp() from bench.work w where w.id = :w and a.id = w.account_id returning a.id as account, a.last_seq as seq, a.net as net, a.head_at as at, books.new_id() as document, w.item_1, w.item_2 \\gset
`;

const number = (series: string) => `
update books.counters set next = next + 1 where series = '${series}' returning prefix || lpad((next - 1)::text, greatest(padding, length((next - 1)::text)), '0') as number \\gset
`;

/** A payment of 200.00 that settles two debts of 100.00. */
export const PAYMENT = [
  OPENING,
  head("net = a.net - 20000, open_items = a.open_items - 20000"),
  event("-20000, -20000, 0, 0, :net + 20000, :net", `'payment', '${PAID}'`),
  `insert into books.credits (id, account_id, currency, kind, document_id, amount, applied, effective_on, issued_on, recorded_at, touched_on, touched_at) values (1000000000 + :w, :account, 'USD', 'payment', :document, 20000, 20000, '${PAID}', '${PAID}', :at, '${PAID}', :at);`,
  allocation(1),
  allocation(2),
  journal(1, "customer-credit", -20000),
  journal(2, "customer-credit", 20000),
  journal(3, "receivable", -20000),
  journal(4, "undeposited-funds", 20000),
  AUDIT,
  number("payment"),
  `insert into books.payments (id, account_id, currency, number, method, reference, received_on, amount, event_number) values (:document, :account, 'USD', :number, 'check', '4471', '${PAID}', 20000, 1000000000 + :w);`,
  CLOSING,
].join("\n");

const line = (n: number) => `
insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code) values (:document, ${n}, 'Gravel, by the ton', '50.00', 5000, (select code from books.chart where role = 'revenue'));`;

/** An invoice of 150.00 in three lines. */
export const INVOICE = [
  OPENING,
  head("net = a.net + 15000, open_items = a.open_items + 15000"),
  event("15000, 15000, 0, 0, :net - 15000, :net", `'invoice', '${ISSUED}'`).replace(
    "'2026-06-01'",
    "'2026-05-01'",
  ),
  `insert into books.items (id, account_id, currency, kind, document_id, amount, effective_on, issued_on, due_on, recorded_at, touched_on, touched_at) values (1000000000 + :w, :account, 'USD', 'invoice', :document, 15000, '${ISSUED}', '${ISSUED}', '2026-06-30', :at, '${ISSUED}', :at);`,
  journal(1, "receivable", 15000),
  journal(2, "revenue", -15000),
  AUDIT,
  number("invoice"),
  `insert into books.invoices (id, account_id, currency, source, number, issued_on, due_on, subtotal, total, event_number) values (:document, :account, 'USD', 'hand', :number, '${ISSUED}', '2026-06-30', 15000, 15000, 1000000000 + :w);`,
  line(1),
  line(2),
  line(3),
  CLOSING,
].join("\n");

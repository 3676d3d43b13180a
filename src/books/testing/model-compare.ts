// Holds every figure of the books against the model's: live, on another day, and as known after an earlier step.
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { runChecks } from "@/db/checks/checks.ts";
import { addDays } from "@/domain/values/day.ts";
import { readAccountAging } from "../receivables/aging.ts";
import { counted, openCreditsAt, openItemsAt, type Moment } from "../ledger/as-of.ts";
import { readNet } from "../receivables/history.ts";
import { readHistory } from "../receivables/history-page.ts";
import type { Account } from "../story/ledger-dsl.ts";
import type { Books } from "../open.ts";
import { readPeriods } from "../business/periods.ts";
import type { Command } from "./model-command.ts";
import { openOnJob, sharedBy, usedTogether } from "./model-family.ts";
import { SPAN } from "./model-plan.ts";
import { START, TODAY, type World } from "./model-world.ts";
import type { Step } from "./model-step.ts";
import { earmarked, figures, reservedOf, type Seen } from "./model.ts";

export const told = (value: unknown) => JSON.stringify(value);

/** Live, and on another day, mostly as known after an earlier step. */
export async function compareAfter(
  { business, accounts, jobs, model, instants }: World,
  commands: readonly Command[],
  { a, b }: Step,
): Promise<void> {
  await business.read(async (books) => {
    const [row] = await books.tx.execute<{ at: string }>(sql`select clock_timestamp() as at`);
    const written = model.facts.filter((fact) => fact.step === instants.length).map((fact) => fact.who);
    instants.push(row?.at ?? "");
    const asked = commands.flatMap((command) =>
      "to" in command ? [command.who, command.to] : [command.who],
    );
    const touched = new Set([...asked, ...written]);
    await holdLimits(books, { model, accounts, jobs });
    same("the closed months", await readClosed(books), [...model.closed].sort());
    const past = { asOf: addDays(START, a % (SPAN + 1)), step: b % 3 === 0 ? null : b % instants.length };
    for (const who of touched) {
      await hold(books, { model, who, accounts, instants }, { asOf: TODAY, step: null });
      await hold(books, { model, who, accounts, instants }, past);
    }
  });
}

/** What each job has open, and what families use of the limits that they share. */
async function holdLimits(
  books: Books,
  { model, accounts, jobs }: Pick<World, "model" | "accounts" | "jobs">,
): Promise<void> {
  const [exposed, shared] = await Promise.all([
    books.tx.execute<{ id: string; exposure: number }>(sql`select id, exposure from books.jobs`),
    books.tx.execute<{ id: string; limit_of: string | null; used: number | null }>(sql`
      select a.id, a.limit_of, f.net + f.earmarked + f.reserved - books.lapsed_together(f.org_id, f.account_id) as used
      from books.accounts a left join books.shared_limits f on f.account_id = a.limit_of`),
  ]);
  same(
    "what is open of each job",
    Object.fromEntries(exposed.map((job) => [job.id, job.exposure])),
    Object.fromEntries(jobs.map((id, job) => [id, openOnJob(model, job)])),
  );
  const meant = accounts.map(({ accountId }, who) => {
    const head = sharedBy(model, who);
    const of = head === null ? null : (accounts[head]?.accountId ?? null);
    return [accountId, [of, head === null ? null : usedTogether(model, head)]];
  });
  same(
    "whose limit counts, and what is used of it",
    Object.fromEntries(shared.map((row) => [row.id, [row.limit_of, row.used]])),
    Object.fromEntries(meant),
  );
}

async function readClosed(books: Books): Promise<string[]> {
  const periods = await readPeriods(books);
  return periods.flatMap(({ month, status }) => (status === "closed" ? [month] : [])).sort();
}

type Held = Pick<World, "model" | "accounts" | "instants"> & { who: number };

async function hold(
  books: Books,
  { model, who, accounts, instants }: Held,
  { asOf, step }: Seen,
): Promise<void> {
  const { accountId } = accounts[who] as Account;
  const moment: Moment = { asOf, knownAt: step === null ? null : (instants[step] ?? null) };
  const mine = sql`r.account_id = ${accountId}`;
  const [items, credits, aging, net, history, [row]] = await Promise.all([
    books.tx.execute<Open>(sql`select o.id, o.open_then from ${openItemsAt(books, moment, mine)} o`),
    books.tx.execute<Open>(sql`select o.id, o.open_then from ${openCreditsAt(books, moment, mine)} o`),
    readAccountAging(books, moment, accountId),
    readNet(books, moment, accountId),
    readHistory(books, moment, { accountId }),
    books.tx.execute<{
      earmarked: number;
      reserved: number;
      used: Record<string, number | null> | null;
      undeposited: number;
      tax: number[];
    }>(sql`
      select earmarked, a.reserved - books.lapsed(a.org_id, a.id) as reserved, coalesce((
        select sum(l.amount) from books.events e join books.journal_lines l on l.event_number = e.number
        join books.chart h on h.code = l.chart_code
        where e.account_id = a.id and h.role = 'undeposited-funds' and ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)}
        ), 0)::bigint as undeposited, (
        select jsonb_agg(coalesce((
          select -sum(l.amount) from books.events e join books.journal_lines l on l.event_number = e.number
          where e.account_id = a.id and l.chart_code = g.chart_code and ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)}
          ), 0) order by g.chart_code) from books.tax_agencies g) as tax, (
        select jsonb_object_agg(o.id, o.used_by_event) from books.overrides o where o.account_id = a.id) as used
      from books.accounts a where id = ${accountId}::uuid`),
  ]);
  const { openInvoices: _count, invoicedCents: _invoiced, ...aged } = aging;
  const real = {
    items: opened(items),
    credits: opened(credits),
    aging: aged,
    net,
    undeposited: row?.undeposited,
    tax: row?.tax,
    history: history.lines.map((line) => [line.eventId, line.kind, line.balanceCents]),
  };
  const meant = figures(model, who, { asOf, step });
  same(`account ${who} as of ${asOf}${step === null ? "" : `, known after step ${step}`}`, real, {
    ...meant,
    history: meant.history.slice(0, 50),
  });
  same(`what account ${who} has set aside`, row?.earmarked, earmarked(model, who));
  same(`what account ${who} has reserved`, row?.reserved, reservedOf(model, { who }));
  const approved = model.overrides.filter((each) => each.who === who).map(({ id, usedBy }) => [id, usedBy]);
  same(`what was approved for account ${who}`, row?.used ?? {}, Object.fromEntries(approved));
}

type Open = { id: number; open_then: number };
const opened = (rows: readonly Open[]) => Object.fromEntries(rows.map((row) => [row.id, row.open_then]));

export function same(what: string, real: unknown, meant: unknown): void {
  if (!isDeepStrictEqual(real, meant))
    throw new Error(`${what}:\n  books ${told(real)}\n  model ${told(meant)}`);
}

/** Each account on a grid of days and instants; and every invariant. */
export async function compareAll({ business, accounts, model, instants }: World): Promise<void> {
  const known = [0.3, 0.8].map((part) => Math.floor(instants.length * part));
  await business.read(async (books) => {
    for (const who of accounts.keys())
      for (const asOf of [30, 100, SPAN].map((n) => addDays(START, n)))
        for (const step of [null, ...known])
          await hold(books, { model, who, accounts, instants }, { asOf, step });
    const { broken } = await runChecks(books.tx);
    if (broken.length > 0) throw new Error(`the books are broken: ${told(broken)}`);
  });
}

// The worker dies in the middle of a run, again and again, at moments that are drawn by lot: while it rehearses, numbers, draws,
// and queues mails. What the database sees of a kill -9 is done to it: its connections are gone, and it never asks again. Whoever
// goes on ends with the same set: no customer twice, none missing, one mail each. (A process is killed in cli/statements.db.test.ts.)
import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRun, readRunFigures, startRun } from "@/books/statements/runs.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool, directoryDb } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { operatorActor, tenantOf } from "../actor.ts";
import { MAIL_QUEUE, closeQueue, queue } from "./queue.ts";
import { workOnRun } from "./statement-runs.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;

/** With the three of the command line twenty. */
const DEATHS = 17;
/** Two batches of those that are made in one go, and of those that are drawn. */
const CUSTOMERS = 26;
/** Of the lot; another one dies at other moments. */
const SEED = 20_261_130;
/** Within so many questions a batch is done, so that a run ends however often its worker dies. */
const MOST_ASKED = 120;

/** One worker's life: so many questions are left to it. `sent`: whether the last still leaves for the database. */
type Life = { left: number; sent: boolean; connections: Set<pg.Client>; isOver: boolean };

const lives = new AsyncLocalStorage<Life>();
const ask = Reflect.get(pg.Client.prototype, "query") as (...given: unknown[]) => unknown;

beforeAll(async () => {
  // Its own connections belong to no worker.
  await queue();
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]): unknown {
      const life = lives.getStore();
      if (!life) return ask.apply(this, given);
      if (life.isOver) return Promise.reject(new Error("the worker is dead"));
      life.connections.add(this);
      if (--life.left > 0) return ask.apply(this, given);
      life.isOver = true;
      const answer = life.sent ? ask.apply(this, given) : Promise.reject(new Error("the worker is dead"));
      for (const connection of life.connections) setImmediate(() => cut(connection));
      return answer;
    },
  });
});
afterAll(async () => {
  Object.assign(pg.Client.prototype, { query: ask });
  await closeQueue();
  await closePool();
});

const cut = (client: pg.Client): void =>
  (Reflect.get(client, "connection") as { stream: { destroy(): void } }).stream.destroy();

/** Whether it died, or was through before. */
async function work(business: Business, runId: string, { left, sent }: Pick<Life, "left" | "sent">) {
  const life: Life = { left, sent, connections: new Set(), isOver: false };
  const actor = present(await operatorActor(business.slug, `worker-${left}`), "it is there");
  await lives.run(life, () => workOnRun(actor, runId).catch(() => null));
  return life.isOver;
}

/** Numbers from 0 to below 1, the same ones each time. */
function lotOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}

async function begin(): Promise<{ business: Business; runId: string }> {
  const business = await freshBusiness();
  for (let n = 0; n < CUSTOMERS; n++)
    await business
      .customer(`Customer ${n}`, { email: `ap@c${n}.example` })
      .invoice("1.00", "2026-02-01")
      .write();
  const asked = inputOf(NewRun, { kind: "open-item", asOf: day("2026-02-28"), deliver: "mail" });
  const { runId } = await business.change((books) => startRun(books, { ...asked, goesThrough: true }));
  return { business, runId };
}

async function stepOf(business: Business, runId: string): Promise<string> {
  const { state } = await business.read((books) => readRun(books, runId));
  const { ready, delivered } = await business.read((books) => readRunFigures(books, runId));
  if (state !== "running") return state;
  return ready > 0 ? "making" : delivered < CUSTOMERS ? "delivering" : "ending";
}

async function expectWhole(business: Business, runId: string): Promise<void> {
  const count = CUSTOMERS;
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({ state: "done" });
  expect(await business.read((books) => readRunFigures(books, runId))).toMatchObject({
    made: count,
    delivered: count,
    failed: 0,
  });
  const [made, files, mails] = await business.read(({ tx }) =>
    Promise.all([
      tx.execute<{ number: string; account_id: string }>(
        sql`select number, account_id from books.statements order by number`,
      ),
      tx.execute(sql`select from books.statement_files`),
      tx.execute<{ id: string; statement_id: string; recipient: string }>(
        sql`select id, statement_id, recipient from books.outbox where status = 'queued' order by id`,
      ),
    ]),
  );
  expect(made.map(({ number }) => number)).toEqual(
    Array.from({ length: count }, (_, n) => `S-${String(n + 1).padStart(5, "0")}`),
  );
  expect(new Set(made.map((row) => row.account_id)).size).toBe(count);
  expect(files).toHaveLength(count);
  expect(mails).toHaveLength(count);
  expect(new Set(mails.map((mail) => mail.statement_id)).size).toBe(count);
  expect(new Set(mails.map((mail) => mail.recipient)).size).toBe(count);
  const tenant = tenantOf(present(await operatorActor(business.slug, "test"), "it is there"));
  const jobs = await directoryDb().execute<{ mail: string }>(sql`
    select (data ->> 'outboxId')::uuid as mail from pgboss.job
    where name = ${MAIL_QUEUE} and data ->> 'tenant' = ${tenant} order by 1`);
  expect(jobs.map(({ mail }) => mail)).toEqual(mails.map(({ id }) => id));
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
}

test(`a worker that dies ${DEATHS} times, wherever it is: the same set, no duplicate, no hole`, async () => {
  const lot = lotOf(SEED);
  const steps: string[] = [];
  while (steps.length < DEATHS) {
    const { business, runId } = await begin();
    for (let died = true; died;) {
      const end = { left: 1 + Math.floor(lot() * MOST_ASKED), sent: lot() < 0.7 };
      died = await work(business, runId, end);
      if (died) steps.push(await stepOf(business, runId));
    }
    await expectWhole(business, runId);
  }
  // It died in each of them.
  expect(steps).toEqual(expect.arrayContaining(["rehearsing", "making", "delivering"]));
}, 180_000);

// A schedule's first mailing by the clock: nothing before the business's own first of the month, then once, as of the month that
// has ended, with its mails on their way.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { startRunSchedule } from "@/books/statements/run-schedules.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { businessBySlug } from "@/db/directory/businesses.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRunSchedule } from "@/domain/statements/run-input.ts";
import { systemIn } from "../actor.ts";
import { setClock } from "../clock.ts";
import { runNightlyJob } from "./nightly.ts";
import { queue } from "./queue.ts";
import { workOnRun } from "./statement-runs.ts";

afterEach(() => setClock(null));
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

test("set up in June, it mails for the first time when July begins where the business is", async () => {
  const made = await freshBusiness({ today: "2026-06-15", zone: "America/New_York" });
  await made.customer("Owes", { email: "ap@owes.example" }).invoice("100.00", "2026-01-05").write();
  const asked = { kind: "open-item", deliver: "mail", on: "first", goes: "through" } as const;
  await made.change((books) => startRunSchedule(books, inputOf(NewRunSchedule, asked)));
  const business = present(await businessBySlug(made.slug), "it is there");
  const boss = await queue();

  /** What the night of this hour does, and the worker after it. */
  async function at(instant: string) {
    setClock(instant);
    await runNightlyJob(boss, business);
    const actor = systemIn(business, "test");
    const runs = await readBooks(actor, ({ tx }) =>
      tx.execute<{ id: string; as_of: string }>(sql`select id, as_of from books.statement_runs order by id`),
    );
    for (const { id } of runs) await workOnRun(actor, id);
    const mails = await readBooks(actor, ({ tx }) =>
      tx.execute<{ recipient: string; comes_by_itself: boolean }>(
        sql`select recipient, comes_by_itself from books.outbox`,
      ),
    );
    return { asOf: runs.map((run) => run.as_of), mails };
  }

  // It is July in London already, and June there still.
  expect(await at("2026-07-01T03:07:00Z")).toEqual({ asOf: [], mails: [] });
  const first = { asOf: ["2026-06-30"], mails: [{ recipient: "ap@owes.example", comes_by_itself: true }] };
  expect(await at("2026-07-01T04:07:00Z")).toEqual(first);
  expect(await at("2026-07-01T05:07:00Z")).toEqual(first);
  expect((await at("2026-08-01T04:07:00Z")).asOf).toEqual(["2026-06-30", "2026-07-31"]);
});

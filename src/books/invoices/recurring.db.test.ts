// An invoice that comes again is made on each of its days, once: late, at once by two, after a pause, and where it can't be.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewSchedule } from "@/domain/invoices/recurring-input.ts";
import { day } from "@/domain/values/day.ts";
import { ledger, freshBusiness, type Account, type Ledger } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import { listSchedules } from "./recurring-list.ts";
import {
  changeSchedule,
  keepScheduleFault,
  makeScheduled,
  readDueSchedules,
  startSchedule,
} from "./recurring.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let invoiceId: string;

beforeEach(async () => {
  business = await freshBusiness({ today: "2026-01-31" });
  greenleaf = await business.customer("Greenleaf", { terms: "net-15" }).write();
  ({ invoiceId } = await desk(business, greenleaf).invoice(100_00, "2026-01-10"));
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

type More = Partial<{
  every: string;
  day: number | null;
  startsOn: string;
  endsOn: string;
  count: number;
  as: string;
}>;
const start = (more: More = {}) =>
  business.change((books) =>
    startSchedule(
      books,
      inputOf(NewSchedule, {
        like: { kind: "invoice", id: invoiceId },
        every: "month",
        day: 31,
        startsOn: "2026-01-31",
        endsOn: null,
        count: null,
        as: "issued",
        ...more,
      } as never),
      "en-US",
    ),
  );
/** The same books on another day. */
const on = (today: string): Ledger => ledger({ ...business.asker, today: day(today) });
async function run(today: string): Promise<(string | null)[]> {
  const books = on(today);
  const made: (string | null)[] = [];
  for (;;) {
    const [due] = await books.read(readDueSchedules);
    if (!due) return made;
    const one = await books.change((open) => makeScheduled(open, due));
    made.push(one?.number ?? null);
  }
}
const invoices = () =>
  business.read(({ tx }) =>
    tx.execute<{ number: string; issued_on: string; due_on: string; total: number }>(sql`
      select number, issued_on, due_on, total from books.invoices where id <> ${invoiceId}::uuid order by issued_on`),
  );
const list = async () => (await business.read((books) => listSchedules(books, {}))).rows;

test("what was missed is made up for, each on its own day, and no day twice", async () => {
  const { nextOn } = await start();
  expect(nextOn).toBe("2026-01-31");
  expect(await run("2026-04-02")).toEqual(["INV-00002", "INV-00003", "INV-00004"]);
  expect(await invoices()).toEqual([
    { number: "INV-00002", issued_on: "2026-01-31", due_on: "2026-02-15", total: 100_00 },
    { number: "INV-00003", issued_on: "2026-02-28", due_on: "2026-03-15", total: 100_00 },
    { number: "INV-00004", issued_on: "2026-03-31", due_on: "2026-04-15", total: 100_00 },
  ]);
  expect(await run("2026-04-02")).toEqual([]);
  expect(await list()).toMatchObject([
    {
      customerName: "Greenleaf",
      about: "Goods",
      subtotalCents: 100_00,
      nextOn: "2026-04-30",
      made: 3,
      state: "active",
    },
  ]);
});

test("ten workers at once make one", async () => {
  const { scheduleId } = await start();
  const one = { scheduleId, on: day("2026-01-31") };
  const tries = await Promise.all(
    Array.from({ length: 10 }, () => business.change((books) => makeScheduled(books, one))),
  );
  expect(tries.filter((made) => made !== null)).toHaveLength(1);
  expect(await invoices()).toHaveLength(1);
});

test("what dies on the way leaves nothing, and the next try makes it", async () => {
  const { scheduleId } = await start();
  const one = { scheduleId, on: day("2026-01-31") };
  const killed = business.change(async (books) => {
    await makeScheduled(books, one);
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  expect(await invoices()).toEqual([]);
  expect(await run("2026-01-31")).toEqual(["INV-00002"]);
});

describe("it ends", () => {
  test.each([
    ["after so many", { count: 2 }, 2],
    ["on a day", { endsOn: "2026-03-30" }, 2],
  ])("%s", async (_how, more, made) => {
    await start(more);
    expect(await run("2026-12-31")).toHaveLength(made);
    expect(await list()).toMatchObject([{ state: "ended", made }]);
  });

  test("when somebody says so, for good", async () => {
    const { scheduleId } = await start();
    await business.change((books) => changeSchedule(books, { scheduleId, to: "ended" }));
    expect(await run("2026-12-31")).toEqual([]);
    await expect(
      business.change((books) => changeSchedule(books, { scheduleId, to: "active" })),
    ).rejects.toMatchObject({ code: "schedule-ended" });
  });
});

test("paused, nothing comes, and what was missed isn't made up for", async () => {
  const { scheduleId } = await start({ every: "week", day: null });
  await business.change((books) => changeSchedule(books, { scheduleId, to: "paused" }));
  expect(await run("2026-02-20")).toEqual([]);
  const { nextOn } = await on("2026-02-20").change((books) =>
    changeSchedule(books, { scheduleId, to: "active" }),
  );
  // The weekday of the first.
  expect(nextOn).toBe("2026-02-21");
});

test("as a draft it isn't numbered, and waits for somebody", async () => {
  await start({ as: "draft" });
  expect(await run("2026-01-31")).toEqual([null]);
  expect(await invoices()).toEqual([]);
  const [draft] = await business.read(({ tx }) =>
    tx.execute(sql`select issued_on, state, total from books.invoice_drafts`),
  );
  expect(draft).toEqual({ issued_on: "2026-01-31", state: "open", total: 100_00 });
});

test("one that can't be made says why, and is due still", async () => {
  const { scheduleId } = await start();
  const one = { scheduleId, on: day("2026-01-31") };
  await business.change((books) => keepScheduleFault(books, { ...one, says: "This customer is archived." }));
  expect(await list()).toMatchObject([{ fault: "This customer is archived.", nextOn: "2026-01-31" }]);
  expect(await run("2026-01-31")).toEqual(["INV-00002"]);
  expect((await list())[0]?.fault).toBeNull();
});

test.each([
  ["in the past", { startsOn: "2026-01-30" }, "starts-in-past"],
  ["ending before its first", { day: 15, endsOn: "2026-02-14" }, "range-backwards"],
])("refuses one %s", async (_what, more, code) => {
  await expect(start(more)).rejects.toMatchObject({ code });
});

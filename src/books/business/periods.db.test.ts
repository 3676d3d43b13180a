// A closed month takes nothing, from any path and in any race; and the months never run out.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, ledger, type Account } from "../story/ledger-dsl.ts";
import type { Books } from "../open.ts";
import { recordInvoice } from "../invoices/invoices.ts";
import {
  closePeriods,
  extendPeriods,
  previewClosing,
  isShortOfPeriods,
  readPeriods,
  reopenPeriod,
} from "./periods.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness({ startOn: "2025-11-01" });
  greenleaf = await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31")
    .invoice("40.00", "2026-03-01")
    .invoice("60.00", "2026-03-31")
    .write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const range = (from: string, through = from) => ({ from: day(from), through: day(through) });
const close = (from: string, through?: string) =>
  business.change((books) => closePeriods(books, range(from, through)));
const invoice = (books: Books, issuedOn: string) =>
  recordInvoice(
    books,
    inputOf(NewInvoice, {
      accountId: greenleaf.accountId,
      issuedOn: day(issuedOn),
      lines: [{ description: "Mulch", totalCents: cents(1_00) }],
    }),
  );
const periodsOf = (on: string) =>
  business.read(async ({ tx }) =>
    (
      await tx.execute<{ period: string }>(
        sql`select period from books.events where effective_on = ${on} order by number`,
      )
    ).map((row) => row.period),
  );

test("months run from the first of the books to the current one, newest first", async () => {
  const periods = await business.read(readPeriods);
  expect(periods.map(({ month }) => month)).toEqual([
    "2026-06-01",
    "2026-05-01",
    "2026-04-01",
    "2026-03-01",
    "2026-02-01",
    "2026-01-01",
    "2025-12-01",
    "2025-11-01",
  ]);
  expect(new Set(periods.map(({ status }) => status))).toEqual(new Set(["open"]));
});

test("what closing would do is said before, and is what it does", async () => {
  const previewed = await business.read((books) => previewClosing(books, range("2026-03-01")));
  expect(previewed).toEqual({ months: 1, events: 2, changed: ["2026-03-01"] });
  expect(await close("2026-03-01")).toEqual(previewed);
  // Closed once, it isn't closed again; the rest of a range still is.
  expect(await close("2025-11-01", "2026-03-01")).toEqual({
    months: 4,
    events: 1,
    changed: ["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"],
  });
});

test("what is dated in a closed month goes to the next open one; reopened, it takes its own again", async () => {
  await close("2026-03-01", "2026-04-01");
  await business.change((books) => invoice(books, "2026-03-15"));
  expect(await periodsOf("2026-03-15")).toEqual(["2026-05-01"]);
  await business.change((books) => reopenPeriod(books, { month: day("2026-03-01") }));
  await business.change((books) => invoice(books, "2026-03-15"));
  expect(await periodsOf("2026-03-15")).toEqual(["2026-05-01", "2026-03-01"]);
});

test("a month that hasn't begun, isn't there or isn't closed is refused", async () => {
  await expect(close("2026-07-01")).rejects.toMatchObject({ code: "month-to-come" });
  const reopen = (month: string) => business.change((books) => reopenPeriod(books, { month: day(month) }));
  await expect(reopen("2026-03-01")).rejects.toMatchObject({ code: "changed-meanwhile" });
  await expect(reopen("2019-03-01")).rejects.toMatchObject({ code: "not-found" });
});

/** Holds the first until the second has had time to run into it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("closing waits for a posting in flight, and counts it", async () => {
  const { open, opened } = gate();
  const posted = business.change(async (books) => {
    await invoice(books, "2026-03-20");
    await opened;
  });
  await pause(150);
  let closed = false;
  const closing = close("2026-03-01").then((answer) => ((closed = true), answer));
  await pause(150);
  expect(closed).toBe(false);
  open();
  await posted;
  expect(await closing).toMatchObject({ events: 3 });
  expect(await periodsOf("2026-03-20")).toEqual(["2026-03-01"]);
});

test("a posting waits for a closing in flight, and is refused", async () => {
  const { open, opened } = gate();
  const closing = business.change(async (books) => {
    await closePeriods(books, range("2026-03-01"));
    await opened;
  });
  await pause(150);
  const posting = business.change((books) => invoice(books, "2026-03-20")).catch((error: unknown) => error);
  await pause(150);
  open();
  await closing;
  expect(await posting).toMatchObject({ code: "period-closed" });
  expect(await periodsOf("2026-03-20")).toEqual([]);
});

test("many postings while a month is closed: each is in it and counted, or not in it", async () => {
  const postings = Array.from({ length: 24 }, (_, at) =>
    pause(at * 4)
      .then(() => business.change((books) => invoice(books, "2026-03-20")))
      .then(
        () => true,
        () => false,
      ),
  );
  const { events } = await pause(40).then(() => close("2026-03-01"));
  await Promise.all(postings);
  const inMarch = (await periodsOf("2026-03-20")).filter((period) => period === "2026-03-01").length;
  expect(inMarch + 2).toBe(events);
});

test("months are made again before they run out", async () => {
  expect(await business.read(isShortOfPeriods)).toBe(false);
  const later = ledger({ ...business.asker, today: day("2026-08-15") });
  expect(await later.read(isShortOfPeriods)).toBe(true);
  expect(await later.change(extendPeriods)).toEqual({ made: 2 });
  expect(await later.read(isShortOfPeriods)).toBe(false);
  expect(await later.change(extendPeriods)).toEqual({ made: 0 });
});

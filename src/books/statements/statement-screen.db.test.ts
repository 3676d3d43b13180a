// A preview on a screen is a page of the whole statement, on every day and as known at any instant: what is read by pages
// and sums is what the whole, read and cut, says.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { postOpeningItem } from "@/domain/invoices/invoice.ts";
import { ROWS_ON_SCREEN, screenOf, type StatementPages } from "@/domain/statements/statement-pages.ts";
import { STATEMENT_KINDS } from "@/domain/statements/kinds.ts";
import type { StatementRequest } from "@/domain/statements/statement-input.ts";
import { addDays, day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, instant } from "../testing/desk.ts";
import { mergeInto } from "../testing/merging.ts";
import { previewScreen } from "./statement-screen.ts";
import { previewStatement } from "./statements.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
const START = day("2026-01-01");
const DAYS = ["2025-12-31", "2026-02-10", "2026-04-30", "2026-06-30"].map(day);
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
const instants: string[] = [];

/** Late and early ones mixed, several on each day and due on each day. */
async function owed(count: number, part: number) {
  await business.change(async (books) => {
    const wheres = Array.from({ length: count }, (_, n) => ({
      accountId: greenleaf.accountId,
      on: addDays(START, (n * 89 + part * 7) % 120),
      memo: "",
    }));
    const places = await reserveEvents(books, wheres);
    const items = places.map((place, n) =>
      postOpeningItem(place, {
        documentId: null,
        issuedOn: place.effectiveOn,
        dueOn: addDays(place.effectiveOn, (n * 31) % 45),
        amountCents: cents(100 + n),
      }),
    );
    await post(books, items);
    return null;
  });
}

beforeAll(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf", { addressLines: ["1 Elm St"] }).write();
  const twin = await business
    .customer("Greenleaf Inc")
    .invoice("110.00", "2026-01-05", { dueOn: "2026-01-20" })
    .paid("30.00", "2026-01-10")
    .write();
  const at = desk(business, greenleaf);
  for (const part of [0, 1, 2]) {
    await owed(110, part);
    const { eventId } = await at.pay(900 + part, addDays(START, 40 + part * 30), "oldest-first");
    if (part === 1) await at.reverse(eventId, "2026-05-02");
    await at.pay(70_00, "2026-06-01");
    await at.invoice(50_00 + part, "2026-02-10", { number: `A-${part}` });
    if (part === 2) await mergeInto(business, [twin, greenleaf]);
    instants.push(await instant(business));
  }
}, 60_000);
afterAll(closePool);

/** The whole, and the screen of each of these pages, in one snapshot. */
const both = (request: StatementRequest & { knownAt: string | null }, asked: readonly StatementPages[]) =>
  business.read(async (books) => {
    const whole = await previewStatement(books, LETTERHEAD, request);
    const screens = [];
    for (const pages of asked) screens.push(await previewScreen(books, LETTERHEAD, { ...request, pages }));
    return { whole, screens };
  });

/** To one past the last, of both tables at once and of one alone. */
const EVERY_PAGE = [
  ...[1, 2, 3, 4, 5].map((page) => ({ items: page, lines: page })),
  { items: 1, lines: 2 },
  { items: 3, lines: 1 },
];

describe.each([0, 1, 2, null])("as known at instant %j", (nth) => {
  test.each(DAYS)("each page of it as of %s is the page of the whole", async (asOf) => {
    const knownAt = nth === null ? null : present(instants[nth], "an instant");
    for (const fromOn of [undefined, START, day("2026-02-10")].filter((from) => !from || from <= asOf))
      for (const kind of STATEMENT_KINDS) {
        const request = { customer: greenleaf.customerId, kind, asOf, ...(fromOn && { fromOn }), knownAt };
        const asked = kind === "balance-forward" ? EVERY_PAGE : EVERY_PAGE.slice(1, 3);
        const { whole, screens } = await both(request, asked);
        expect(screens).toStrictEqual(asked.map((pages) => screenOf(whole, pages)));
      }
  });
});

test("both tables have several pages, with what was paid in part, and an invoice that came by a merge", async () => {
  const request = { customer: greenleaf.customerId, asOf: day("2026-06-30"), fromOn: START, knownAt: null };
  const { whole, screens } = await both(request, [{ items: 9, lines: 9 }]);
  const { lines, openItems } = whole;
  expect(screens).toMatchObject([
    {
      items: { page: Math.ceil(openItems.length / ROWS_ON_SCREEN), isLast: true, of: openItems.length },
      activity: { page: Math.ceil(lines.length / ROWS_ON_SCREEN), isLast: true, of: lines.length },
    },
  ]);
  expect(Math.min(lines.length, openItems.length)).toBeGreaterThan(3 * ROWS_ON_SCREEN);
  expect(openItems).toContainEqual(
    expect.objectContaining({ amountCents: 110_00, paidCents: 30_00, openCents: 80_00 }),
  );
  for (const [n, { chargeCents, creditCents, balanceCents }] of lines.entries())
    expect(balanceCents).toBe((lines[n - 1]?.balanceCents ?? 0) + chargeCents - creditCents);
});

test("a screen refuses what the whole refuses", async () => {
  const ask = (more: Partial<StatementRequest>) =>
    business.read((books) =>
      previewScreen(books, LETTERHEAD, {
        customer: greenleaf.customerId,
        asOf: day("2026-06-30"),
        pages: { items: 1, lines: 1 },
        ...more,
      }),
    );
  await expect(ask({ asOf: day("2026-07-01") })).rejects.toMatchObject({ code: "date-in-future" });
  await expect(ask({ fromOn: day("2026-07-01") })).rejects.toMatchObject({ code: "range-backwards" });
  await expect(ask({ customer: "nobody" })).rejects.toMatchObject({ code: "not-found" });
});

// The pages of a long statement: every row on one page and one only, each page of the activity in itself a sum.
import fc from "fast-check";
import { expect, test } from "vitest";
import { present } from "../assert.ts";
import { cents, sum } from "../values/money.ts";
import { addDays, day } from "../values/day.ts";
import type { Statement } from "./statement.ts";
import {
  ROWS_ON_SCREEN,
  isLongStatement,
  parseStatementPages,
  screenOf,
  statementPagesQuery,
} from "./statement-pages.ts";

const shown = <Table>(table: Table | null): Table => present(table, "its kind has the table");

/** So many charges of 1.00, 2.00, 3.00 … on top of 5.00, all still open. */
function long(count: number): Statement {
  const amounts = Array.from({ length: count }, (_, n) => cents((n + 1) * 100));
  const balances = amounts.map((_, n) => cents(500 + sum(amounts.slice(0, n + 1))));
  return {
    kind: "balance-forward",
    fromOn: day("2026-01-01"),
    openingCents: cents(500),
    closingCents: balances.at(-1) ?? cents(500),
    lines: amounts.map((chargeCents, n) => ({
      onDay: day("2026-02-01"),
      eventId: n,
      chargeCents,
      balanceCents: balances[n],
    })),
    openItems: amounts.map((openCents, n) => ({
      number: `A-${n}`,
      dueOn: addDays(day("2026-03-01"), -n),
      amountCents: cents(2 * openCents),
      paidCents: openCents,
      openCents,
    })),
  } as unknown as Statement;
}

test("each row is on one page, and each page of the activity adds up", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * ROWS_ON_SCREEN + 1 }), (count) => {
      const statement = long(count);
      const pages = Math.max(1, Math.ceil(count / ROWS_ON_SCREEN));
      const each = Array.from({ length: pages }, (_, n) => n + 1);
      const activity = each.map((lines) => shown(screenOf(statement, { items: 1, lines }).activity));
      const items = each.map((page) => shown(screenOf(statement, { items: page, lines: 1 }).items));
      expect(activity.flatMap(({ rows }) => rows)).toEqual(statement.lines);
      expect(items.flatMap(({ rows }) => rows)).toEqual(statement.openItems);
      for (const { opening, rows, endCents } of activity)
        expect(opening.balanceCents + sum(rows.map((row) => row.chargeCents))).toBe(endCents);
      expect(activity.map(({ isLast }) => isLast).indexOf(true)).toBe(pages - 1);
      expect(activity.at(-1)?.endCents).toBe(statement.closingCents);
      for (const { totals } of items)
        expect(totals).toEqual({
          amountCents: 2 * totals.openCents,
          paidCents: totals.openCents,
          openCents: sum(statement.openItems.map(({ openCents }) => openCents)),
        });
      expect(isLongStatement(screenOf(statement, { items: 1, lines: 1 }))).toBe(pages > 1);
    }),
  );
});

test.each([
  [{}, 1],
  [{ lines: "2" }, 2],
  [{ lines: "0" }, 1],
  [{ lines: "-3" }, 1],
  [{ lines: "x" }, 1],
  [{ lines: "99999999999999" }, 1],
])("the address %j asks for page %d", (params, lines) => {
  const pages = parseStatementPages(params);
  expect(pages).toEqual({ items: 1, lines });
  expect(statementPagesQuery(pages)).toEqual({ items: null, lines: lines === 1 ? null : String(lines) });
});

test("a page past the end is the last", () => {
  const { activity, items } = screenOf(long(150), { items: 7, lines: 9 });
  for (const page of [activity, items])
    expect(page).toMatchObject({ page: 150 / ROWS_ON_SCREEN, before: 100, isLast: true });
});

test("the earliest due day is of all items, on whatever page", () => {
  for (const items of [1, 2]) expect(screenOf(long(150), { items, lines: 1 }).nextDueOn).toBe("2025-10-03");
  expect(screenOf(long(0), { items: 1, lines: 1 }).nextDueOn).toBeNull();
});

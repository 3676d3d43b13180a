// The aging report on paper, read back: every customer once, and totals that are the value's.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { ageItems, agingOf } from "@/domain/ledger/aging.ts";
import type { AgingPaper } from "@/domain/receivables/aging-paper.ts";
import { addDays, day, daysBetween } from "@/domain/values/day.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import { agingPdf } from "./aging-pdf.tsx";

const ASOF = day("2026-11-21");

function report(count: number, each: number): AgingPaper {
  const items = Array.from({ length: count }, (_, n) => [
    { dueOn: addDays(ASOF, 20 - 40 * (n % 4)), openCents: cents((n + 1) * 100) },
  ]);
  return {
    business: { name: "Hillside Supply", locale: "en-US", language: "en", paper: "LETTER" },
    currency: "USD",
    asOf: ASOF,
    knownAt: null,
    zone: "America/New_York",
    rows: items.map((of, n) => ({
      number: `C-${String(n + 1).padStart(4, "0")}`,
      name: `Customer ${n + 1}`,
      aging: agingOf(ageItems(of, ASOF), n === 0 ? cents(50) : ZERO),
      invoices: of.slice(0, each).map(({ dueOn, openCents }) => ({
        number: `INV-${n + 1}`,
        dueOn,
        daysPastDue: daysBetween(dueOn, ASOF),
        openCents,
      })),
    })),
    withoutInvoices: each === 0,
    ledger: { netCents: cents(9_50), postedLater: [] },
    totals: agingOf(ageItems(items.flat(), ASOF), count > 0 ? cents(50) : ZERO),
  };
}

async function printed(count: number, more: Partial<AgingPaper> = {}, each = 0): Promise<string[]> {
  const pdf = await agingPdf({ ...report(count, each), ...more });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: false,
  });
  return text.map((page) => page.replace(/\s+/g, " "));
}

test("a row each, with the credit beside it, and the totals", async () => {
  const [page = "", ...others] = await printed(4);
  expect(others).toEqual([]);
  for (const shown of [
    "Aging: Hillside Supply",
    "As of Nov 21, 2026, by due date, in USD",
    "Customer 1 C-0001 1.00 — — — — 1.00 −0.50 0.50",
    "Customer 2 C-0002 — 2.00 — — — 2.00 — 2.00",
    "Total 1.00 2.00 3.00 — 4.00 10.00 −0.50 9.50",
    "Page 1 of 1",
  ])
    expect(page).toContain(shown);
});

test("a long one goes on, with every customer once and its totals at the end alone", async () => {
  const pages = await printed(200);
  expect(pages.length).toBeGreaterThan(3);
  const numbers = pages.flatMap((page) => page.match(/C-\d{4}/g) ?? []);
  expect(new Set(numbers).size).toBe(200);
  expect(numbers).toHaveLength(200);
  expect(pages.filter((page) => page.includes("Total 4,"))).toHaveLength(1);
});

test("of nobody it says so", async () => {
  expect((await printed(0))[0]).toContain("Nobody owes anything on that day.");
});

test("each customer's invoices stand beneath it, in the column of their age; too many are left out, and it says so", async () => {
  const [page = ""] = await printed(4, {}, 1);
  expect(page).toContain(
    "Customer 1 C-0001 1.00 — — — — 1.00 −0.50 0.50 INV-1 · due Dec 11, 2026 1.00 Customer 2",
  );
  expect(page).toContain(
    "Customer 2 C-0002 — 2.00 — — — 2.00 — 2.00 INV-2 · due Nov 1, 2026 2.00 Customer 3",
  );
  expect(page).not.toContain("too many");
  expect((await printed(4))[0]).toContain("without their invoices, which are too many for a paper");
});

test("where the books of its period have less of it, it says what was posted later", async () => {
  const postedLater = [{ dated: day("2026-10-01"), posted: day("2026-12-01"), amountCents: cents(-40_00) }];
  const [page = ""] = await printed(4, { ledger: { netCents: cents(9_50), postedLater } });
  expect(page).toContain(
    "The ledger’s receivable less customer credit is 9.50. Of it, 49.50 is posted by the end of November 2026; " +
      "dated in October 2026, posted in December 2026: −40.00.",
  );
  expect(page).toContain("Total 1.00 2.00 3.00 — 4.00 10.00 −0.50 9.50");
  expect((await printed(4))[0]).not.toContain("posted");
});

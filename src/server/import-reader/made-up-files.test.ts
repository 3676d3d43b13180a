// Files as nineteen programs, spreadsheets and people write them, made up, with what each comes to worked out beforehand:
// read from their bytes, unedited. What a file doesn't settle is asked, never guessed.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planFor } from "@/domain/imports/plan.ts";
import { readTable } from "@/domain/imports/read-table.ts";
import { day } from "@/domain/values/day.ts";
import { AWKWARD } from "../testing/awkward-files.ts";
import { HISTORY, OF_PROGRAMS, type Told } from "../testing/made-up-files.ts";
import { OF_REPORTS } from "../testing/report-files.ts";
import { sheetOf } from "./sheet-of.ts";

const TOLD = [...OF_PROGRAMS, ...OF_REPORTS, ...AWKWARD];
const FILES = new URL("../../domain/testdata/imports/", import.meta.url);
/** Most of the small ones have no paid rows, so that their way would be asked: they are read as a history. */
async function read(
  name: string,
  { kind = "receivables", currency = "USD", plan: said = {}, asks = [] }: Told,
) {
  const plan =
    kind === "receivables" && said.way === undefined && !asks.includes("way")
      ? { ...HISTORY, ...said }
      : said;
  const bytes = new Uint8Array(readFileSync(new URL(name, FILES)));
  const ground = { currency, today: day("2026-11-29"), startOn: day("2000-01-01"), locale: "en-US" };
  return readTable(await sheetOf(bytes, kind), { ...planFor(kind), ...plan }, ground);
}

const STRUCTURE = [
  "Above the headings",
  "The heading of a section",
  "A total",
  "A sum without a name",
  "Only text",
  "Headings again",
];

test.each(TOLD)("%s", async (name, told) => {
  const { look, faults } = await read(name, told);
  const { figures } = look;
  const skipped = look.leftOut
    .filter(({ why }) => !STRUCTURE.includes(why))
    .reduce((all, { count }) => all + count, 0);
  expect({
    asks: look.questions.map(({ key }) => key),
    invoices: figures.invoices,
    credits: figures.credits,
    payments: figures.payments,
    customers: figures.customers,
    total: figures.totalCents,
    open: figures.openCents,
    credit: figures.creditCents,
    skipped,
    faults: look.faultCount,
    totals: look.totals.length,
  }).toEqual({
    asks: told.asks ?? [],
    invoices: told.invoices ?? 0,
    credits: told.credits ?? 0,
    payments: told.payments ?? 0,
    customers: told.customers ?? 0,
    total: told.total ?? 0,
    open: told.open ?? 0,
    credit: told.credit ?? 0,
    skipped: told.skipped ?? 0,
    faults: told.faults ?? 0,
    totals: told.totals ?? 0,
  });
  expect(faults).toHaveLength(look.faultCount);
  for (const { saysCents, oursCents } of look.totals) expect(oursCents).toBe(saysCents);
  if (told.warnings) expect(look.warnings).toHaveLength(told.warnings);
});

test("rows are told as a spreadsheet shows them", async () => {
  const { faults } = await read("p07-quoted-newline-line-number.csv", {});
  expect(faults).toEqual([{ row: 3, column: "InvoiceAmount", says: "“abc” is not an amount." }]);
});

test("names keep their letters whatever the file's encoding", async () => {
  const { entries } = await read("p05-cp1252.csv", {});
  expect(entries.customers.map(({ number }) => number)).toEqual([
    "Müller & Söhne",
    "Möller & Söhne",
    "Mäller & Söhne",
  ]);
});

test("each question says which option answers it, and its answer settles it", async () => {
  for (const [name, told] of TOLD.filter(([, { asks }]) => asks?.length === 1)) {
    const { look } = await read(name, told);
    const [question] = look.questions;
    expect(question?.options.every(({ option }) => option.startsWith("--"))).toBe(true);
    for (const { patch } of question?.options ?? []) {
      const answered = await read(name, { ...told, plan: { ...look.plan, ...patch } });
      expect(answered.look.questions.map(({ key }) => key)).not.toContain(question?.key);
    }
  }
});

test.each([
  ["r03-mixed-order.csv", { days: "dmy" }, "DueDate", "The month is first", { days: "mdy" }],
  [
    "p10-amount-forms.csv",
    { decimal: "," },
    "InvoiceAmount",
    "A point is the decimal sign",
    { decimal: "." },
  ],
] as const)(
  "%s under %j: what was said wrongly is mended with one button",
  async (name, plan, column, label, patch) => {
    const { look } = await read(name, { plan });
    const group = look.faults.find((each) => each.answer?.label === label);
    expect(group).toMatchObject({ column, answer: { label, patch } });
    const mended = await read(name, { plan: { ...plan, ...patch } });
    expect(mended.look.faults.some((each) => each.column === column && each.answer?.label === label)).toBe(
      false,
    );
  },
);

// Files as people have them: every way to be a CSV, and what is none.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { day } from "@/domain/values/day.ts";
import { parseReceivables } from "./receivables-csv.ts";

const GROUND = { currency: "USD", today: day("2026-06-30"), startOn: day("2000-01-01") };
const parse = (content: string) => parseReceivables({ name: "a.csv", content }, GROUND);
const HEADER = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate";
const ROW = "C-1,0001,1/2/2026,2/1/2026,10.5,2/3/2026";
const READ = {
  line: 2,
  customerNumber: "C-1",
  invoiceNumber: "0001",
  amountCents: 10_50,
  disputed: false,
  issuedOn: "2026-01-02",
  dueOn: "2026-02-01",
  settledOn: "2026-02-03",
};

test.each([
  ["as it is", `${HEADER}\n${ROW}\n`],
  ["without a last line end", `${HEADER}\n${ROW}`],
  ["from Windows", `${HEADER}\r\n${ROW}\r\n`],
  ["from an old Mac", `${HEADER}\r${ROW}\r`],
  ["with a byte order mark", `\ufeff${HEADER}\n${ROW}\n`],
  ["with blank lines at the end", `${HEADER}\n${ROW}\n\n\n`],
  ["with semicolons", `${HEADER}\n${ROW}`.replaceAll(",", ";")],
  ["with tabs", `${HEADER}\n${ROW}`.replaceAll(",", "\t")],
  [
    "in quotes",
    `${HEADER}\n${ROW.split(",")
      .map((cell) => `"${cell}"`)
      .join(",")}`,
  ],
  [
    "with spaces around",
    `${HEADER}\n${ROW.split(",")
      .map((cell) => ` ${cell} `)
      .join(",")}`,
  ],
  ["with a header in other capitals", `${HEADER.toUpperCase()}\n${ROW}`],
  ["with columns of its own", `Extra,${HEADER}\nx,${ROW}`],
  ["with ISO dates", `${HEADER}\n${ROW.replace("1/2/2026", "2026-01-02")}`],
])("%s", (_what, content) => {
  expect(parse(content)).toMatchObject({ faults: [], rows: [READ] });
});

test("a line number is the file's, also after blank lines and cells of several lines", () => {
  const content = `${HEADER}\n\n"C-\n1",0001,1/2/2026,2/1/2026,1,\n${ROW.replace("10.5", "x")}\n`;
  expect(
    parse(content.replace("C-1,0001,1/2/2026,2/1/2026,x", "C-1,0002,1/2/2026,2/1/2026,x")).faults.map(
      (fault) => [fault.line, fault.column],
    ),
  ).toEqual([
    [4, "customerID"],
    [5, "InvoiceAmount"],
  ]);
});

test.each([
  ["bytes of something else", "PK\u0003\u0004\0\0"],
  ["a quote that never ends", `${HEADER}\n"C-1,0001`],
  ["a line without end", `${HEADER}\n${"x".repeat(30_000)}`],
  ["more rows than we take", `${HEADER}\n${`${ROW}\n`.repeat(100_001)}`],
])("%s can't be read", (_what, content) => {
  expect(() => parse(content)).toThrow(expect.objectContaining({ code: "file-unreadable" }));
});

test("a file with nothing in it, or only a header, says so", () => {
  expect(parse("").faults.length).toBeGreaterThan(0);
  expect(parse(HEADER).faults).toEqual([{ line: 1, column: "", message: "The file has no invoices." }]);
});

test("the same bytes are the same file, and others aren't", () => {
  const [one, two, other] = [
    parse(`${HEADER}\n${ROW}`),
    parse(`${HEADER}\n${ROW}`),
    parse(`${HEADER}\n${ROW} `),
  ];
  expect(Buffer.from(one.hash).equals(two.hash)).toBe(true);
  expect(Buffer.from(one.hash).equals(other.hash)).toBe(false);
});

test("the real file: 2,466 invoices of 100 customers, numbers as they stand in it", () => {
  const content = readFileSync(
    new URL("../domain/testdata/late-payment-histories.csv", import.meta.url),
    "utf8",
  );
  const { rows, faults } = parse(content);
  expect(faults).toEqual([]);
  expect(rows).toHaveLength(2466);
  expect(new Set(rows.map((row) => row.customerNumber)).size).toBe(100);
  expect(rows.filter((row) => row.invoiceNumber.startsWith("0"))).toHaveLength(266);
  expect(rows.reduce((total, row) => total + row.amountCents, 0)).toBe(147_703_18);
});

// What is wrong with a row is said in words, on its line and by its column, and a row with a fault isn't read.
import { describe, expect, test } from "vitest";
import { day } from "../values/day.ts";
import { readReceivables, termsGiven } from "./receivables-file.ts";

const GROUND = { currency: "USD", today: day("2026-06-30"), startOn: day("2020-01-01") };
const NAMES = [
  "customerID",
  "invoiceNumber",
  "InvoiceDate",
  "DueDate",
  "InvoiceAmount",
  "SettledDate",
  "Disputed",
];
const GOOD = {
  customerID: "C-1",
  invoiceNumber: "0001",
  InvoiceDate: "1/31/2026",
  DueDate: "2/28/2026",
  InvoiceAmount: "100.00",
  SettledDate: "",
  Disputed: "No",
};
type Row = Partial<Record<keyof typeof GOOD, string>>;

function read(rows: Row[], names: readonly string[] = NAMES) {
  const cells = rows.map((row) => names.map((name) => ({ ...GOOD, ...row })[name as keyof typeof GOOD]));
  const records = [names, ...cells].map((each, index) => ({ line: index + 1, cells: each }));
  return readReceivables(records, GROUND);
}

test("a good row is read as it stands", () => {
  expect(read([{ SettledDate: "2/1/2026", Disputed: "Yes" }])).toEqual({
    faults: [],
    rows: [
      {
        line: 2,
        customerNumber: "C-1",
        invoiceNumber: "0001",
        issuedOn: "2026-01-31",
        dueOn: "2026-02-28",
        amountCents: 100_00,
        disputed: true,
        settledOn: "2026-02-01",
      },
    ],
  });
});

describe("a missing column", () => {
  test.each(NAMES.filter((name) => name !== "Disputed"))("%s", (column) => {
    const { rows, faults } = read(
      [{}],
      NAMES.filter((name) => name !== column),
    );
    expect(rows).toEqual([]);
    expect(faults).toEqual([{ line: 1, column, message: `The column ${column} is missing.` }]);
  });
});

test.each<[string, Row, keyof typeof GOOD, string]>([
  ["no customer", { customerID: " " }, "customerID", "Missing."],
  ["a customer number too long", { customerID: "x".repeat(61) }, "customerID", "Longer than 60 characters."],
  [
    "a number with a line end in it",
    { invoiceNumber: "1\n2" },
    "invoiceNumber",
    "Has characters that can't be printed.",
  ],
  [
    "a number with half of a pair",
    { invoiceNumber: "1\ud800" },
    "invoiceNumber",
    "Has characters that can't be printed.",
  ],
  ["no invoice number", { invoiceNumber: "" }, "invoiceNumber", "Missing."],
  ["no date", { InvoiceDate: "" }, "InvoiceDate", "Missing."],
  [
    "no such day",
    { InvoiceDate: "2/30/2026" },
    "InvoiceDate",
    "“2/30/2026” is not a date; write month/day/year or YYYY-MM-DD.",
  ],
  [
    "a European date",
    { InvoiceDate: "31/1/2026" },
    "InvoiceDate",
    "“31/1/2026” is not a date; write month/day/year or YYYY-MM-DD.",
  ],
  [
    "a year of two digits",
    { InvoiceDate: "1/31/26" },
    "InvoiceDate",
    "“1/31/26” is not a date; write month/day/year or YYYY-MM-DD.",
  ],
  [
    "a day to come",
    { InvoiceDate: "7/1/2026", DueDate: "7/1/2026" },
    "InvoiceDate",
    "7/1/2026 is in the future.",
  ],
  [
    "before the books",
    { InvoiceDate: "12/31/2019" },
    "InvoiceDate",
    "12/31/2019 is before your books start (2020-01-01).",
  ],
  ["no due date", { DueDate: "" }, "DueDate", "Missing."],
  ["due before it was issued", { DueDate: "1/30/2026" }, "DueDate", "Due before the invoice was issued."],
  [
    "settled before it was issued",
    { SettledDate: "1/30/2026" },
    "SettledDate",
    "Settled before the invoice was issued.",
  ],
  ["settled in the future", { SettledDate: "7/1/2026" }, "SettledDate", "7/1/2026 is in the future."],
  [
    "settled on no day",
    { SettledDate: "soon" },
    "SettledDate",
    "“soon” is not a date; write month/day/year or YYYY-MM-DD.",
  ],
  ["no amount", { InvoiceAmount: "" }, "InvoiceAmount", "Missing."],
  ["a word for an amount", { InvoiceAmount: "ten" }, "InvoiceAmount", "“ten” is not an amount."],
  ["a comma for the decimals", { InvoiceAmount: "10,5" }, "InvoiceAmount", "“10,5” is not an amount."],
  [
    "three decimals",
    { InvoiceAmount: "10.505" },
    "InvoiceAmount",
    "10.505 has more decimals than the currency.",
  ],
  [
    "a negative amount",
    { InvoiceAmount: "-10" },
    "InvoiceAmount",
    "-10 is negative; an invoice is for more than nothing.",
  ],
  ["nothing", { InvoiceAmount: "0.00" }, "InvoiceAmount", "An invoice is for more than nothing."],
  [
    "more than the largest",
    { InvoiceAmount: "100000000000.00" },
    "InvoiceAmount",
    "100000000000.00 is more than one invoice may carry (99,999,999,999.99).",
  ],
])("%s", (_what, row, column, message) => {
  const { rows, faults } = read([{}, { invoiceNumber: "0002", ...row }]);
  expect(faults).toEqual([{ line: 3, column, message }]);
  expect(rows.map((each) => each.line)).toEqual([2]);
});

test.each<[string, Row]>([
  ["no decimals", { InvoiceAmount: "100" }],
  ["one decimal", { InvoiceAmount: "100.0" }],
  ["zeros that don't count", { InvoiceAmount: "0100.0000" }],
  ["thousands", { InvoiceAmount: "99,999,999,999.99" }],
  ["settled on the day itself", { SettledDate: "1/31/2026" }],
  ["due on the day itself", { DueDate: "2026-01-31" }],
  ["due in the future", { DueDate: "12/31/2026" }],
  ["issued today", { InvoiceDate: "6/30/2026", DueDate: "6/30/2026" }],
  ["issued on the first day of the books", { InvoiceDate: "1/1/2020" }],
])("%s is right", (_what, row) => {
  expect(read([row]).faults).toEqual([]);
});

test("a number that stands twice is a fault of the second, which names the first", () => {
  const { rows, faults } = read([{}, { invoiceNumber: "7" }, { customerID: "C-2" }]);
  expect(faults).toEqual([{ line: 4, column: "invoiceNumber", message: "0001 stands on line 2 already." }]);
  expect(rows).toHaveLength(2);
});

test("every fault of a row is told at once", () => {
  const { faults } = read([{ customerID: "", InvoiceDate: "x", InvoiceAmount: "-1" }]);
  expect(faults.map((fault) => fault.column)).toEqual(["customerID", "InvoiceDate", "InvoiceAmount"]);
});

test("leading zeros are part of a number", () => {
  expect(read([{ invoiceNumber: "0000611365" }]).rows[0]?.invoiceNumber).toBe("0000611365");
  expect(read([{ invoiceNumber: "01" }, { invoiceNumber: "1" }]).faults).toEqual([]);
});

test("a short line has its missing cells missing", () => {
  const records = [
    { line: 1, cells: NAMES },
    { line: 2, cells: ["C-1", "0001"] },
  ];
  expect(readReceivables(records, GROUND).faults.map((fault) => fault.column)).toEqual([
    "InvoiceDate",
    "DueDate",
    "InvoiceAmount",
  ]);
});

test("the terms an invoice was given become those of a new customer, a year at most", () => {
  const of = (DueDate: string) => read([{ DueDate }]).rows.map(termsGiven);
  expect([of("1/31/2026"), of("3/2/2026"), of("1/31/2030")]).toEqual([[0], [30], [365]]);
});

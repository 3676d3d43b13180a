// The file that a spreadsheet gets: to the byte (faults D21, E31), under a name that stays one name (E35).
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { cents } from "@/domain/values/money.ts";
import { amountColumn, anyAmountColumn, csvHeaders, csvOf, plainColumn, textColumn } from "./csv.ts";

type Row = { name: string; memo: string | null; balance: number; currency: string; days: number };
const COLUMNS = [
  textColumn<Row>("Name", (row) => row.name),
  textColumn<Row>("Memo", (row) => row.memo),
  amountColumn<Row>("Balance", "USD", (row) => cents(row.balance)),
  anyAmountColumn<Row>("Amount", (row) => cents(row.balance)),
  plainColumn<Row>("Days", (row) => row.days),
];
const rowOf = (name: string, more: Partial<Row> = {}): Row => ({
  name,
  memo: null,
  balance: 0,
  currency: "USD",
  days: 0,
  ...more,
});

async function* pagesOf(...pages: Row[][]) {
  yield* pages;
}
async function written(...pages: Row[][]): Promise<string> {
  return (await Array.fromAsync(csvOf(COLUMNS, pagesOf(...pages)))).join("");
}

const HEAD = "\uFEFFName,Memo,Balance (USD),Amount,Days\r\n";

test("golden: what could become a formula is quoted behind an apostrophe, and negative numbers stay numbers", async () => {
  const text = await written([
    rowOf("=1+1", { balance: -12_345, days: -3 }),
    rowOf("+1"),
    rowOf("-1"),
    rowOf("@x"),
    rowOf("\t=1"),
    rowOf("\r=1"),
    rowOf("'=1"),
    rowOf("  =cmd|' /C calc'!A0"),
    rowOf("＝1+1"),
  ]);
  expect(text).toBe(
    `${HEAD}"'=1+1",,-123.45,-123.45,-3\r\n"'+1",,0.00,0.00,0\r\n"'-1",,0.00,0.00,0\r\n"'@x",,0.00,0.00,0\r\n` +
      `"'\t=1",,0.00,0.00,0\r\n"'\r=1",,0.00,0.00,0\r\n"''=1",,0.00,0.00,0\r\n` +
      `"'  =cmd|' /C calc'!A0",,0.00,0.00,0\r\n"'＝1+1",,0.00,0.00,0\r\n`,
  );
});

test("what separates cells for another reader begins none", async () => {
  const text = await written([rowOf("Rest;=1+1", { memo: "a\t=2" }), rowOf("-5;=x", { memo: "b|@c" })]);
  expect(text).toBe(`${HEAD}"Rest;=1+1","a\t=2",0.00,0.00,0\r\n"'-5;=x","b|@c",0.00,0.00,0\r\n`);
});

test("golden: quotes, commas and new lines stay in their cell, and harmless text is as it was", async () => {
  const text = await written(
    [rowOf('Say "when", please', { memo: "two\nlines" }), rowOf("O’Brien & Żółć 1-2=3")],
    [rowOf("'t Hooft", { balance: 1_234, currency: "JPY" }), rowOf("", { memo: "" })],
  );
  expect(text).toBe(
    `${HEAD}"Say ""when"", please","two\nlines",0.00,0.00,0\r\nO’Brien & Żółć 1-2=3,,0.00,0.00,0\r\n` +
      `'t Hooft,,12.34,1234,0\r\n,,0.00,0.00,0\r\n`,
  );
});

test("a list without rows is its head, and our own reader reads what we write", async () => {
  expect(await written()).toBe(HEAD);
  expect(await written([])).toBe(HEAD);
  const text = await written([rowOf("Ann, Bob"), rowOf('"'), rowOf("a\r\nb")]);
  const records = parse<{ Name: string }>(text, { bom: true, columns: true });
  expect(records.map((record) => record.Name)).toEqual(["Ann, Bob", '"', "a\r\nb"]);
});

test.each([
  ['a"\r\nX: y/../../b', "a-X-%20y-..-..-b"],
  ["Hillside's (best) customers* 2026-06-30", "Hillside-s%20-best-%20customers-%202026-06-30"],
  ["Łódź", "%C5%81%C3%B3d%C5%BA"],
  ["half \ud800 a pair", "half%20-%20a%20pair"],
])("the name %j is one name in its header, and nothing else", (name, said) => {
  const headers = new Headers(csvHeaders(name));
  expect(headers.get("content-disposition")).toBe(`attachment; filename*=UTF-8''${said}.csv`);
  expect(headers.get("x")).toBeNull();
  expect(headers.get("cache-control")).toBe("private, no-store");
});

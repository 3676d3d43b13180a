// A file whose rows come to more than a sum can say is refused, and no look at it breaks.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { LARGEST_AMOUNT } from "../values/money.ts";
import type { ReceivableRow } from "./receivables-file.ts";
import { figuresOfFile } from "./receivables-outline.ts";

const rows = (count: number): ReceivableRow[] =>
  Array.from({ length: count }, (_, at) => ({
    line: at + 2,
    customerNumber: "C-1",
    invoiceNumber: `A-${at}`,
    issuedOn: day("2026-01-05"),
    dueOn: day("2026-02-04"),
    amountCents: LARGEST_AMOUNT,
    settledOn: null,
    disputed: false,
  }));

test("900 rows of the largest amount can be added up, and 901 are refused", () => {
  expect(figuresOfFile({ rows: rows(900) }).totalCents).toBe(900 * LARGEST_AMOUNT);
  expect(() => figuresOfFile({ rows: rows(901) })).toThrow(
    expect.objectContaining({ code: "sum-too-large" }),
  );
});

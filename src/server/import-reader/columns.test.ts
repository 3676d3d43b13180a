// Records come out of their columns as they went in, whatever is in them and however many there are.
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { present } from "@/domain/assert.ts";
import { fromColumns, toColumns } from "./columns.ts";

const record = fc.record({
  row: fc.nat(),
  kind: fc.constantFrom("invoice", "credit", "payment"),
  number: fc.string(),
  dueOn: fc.option(fc.constantFrom("2026-03-01", "2026-03-02")),
  paid: fc.option(fc.record({ on: fc.constant(null), cents: fc.integer() })),
  disputed: fc.boolean(),
});

test("any records, copied as a thread copies them", () => {
  fc.assert(
    fc.property(fc.array(record), (rows) => {
      expect(fromColumns(structuredClone(toColumns(rows)))).toEqual(rows);
    }),
  );
});

test("many of them: texts that they share are kept once", () => {
  const rows = Array.from({ length: 70_000 }, (_, n) => ({
    row: n,
    customer: `C-${n % 5_000}`,
    pair: n >> 1,
    memo: null,
  }));
  const columns = toColumns(rows);
  const { row, customer, memo } = present(columns.columns, "there are rows");
  expect([row.at, customer.values.length, memo.values.length]).toEqual([undefined, 5_000, 1]);
  const made = fromColumns(structuredClone(columns));
  expect(made.length).toBe(rows.length);
  expect(made.every((each, n) => isDeepStrictEqual(each, rows[n]))).toBe(true);
});

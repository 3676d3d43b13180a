// What no invoice can be.
import { expect, test } from "vitest";
import { NewInvoice } from "./invoice-input.ts";

const line = { description: "Mulch", totalCents: 70_00 };
const invoice = { accountId: "00000000-0000-4000-8000-000000000000", issuedOn: "2026-02-01", lines: [line] };

test("no more than this has to be said", () => {
  expect(NewInvoice.parse(invoice)).toEqual({ ...invoice, memo: "" });
});

test.each<[string, object, (string | number)[]]>([
  ["no lines", { lines: [] }, ["lines"]],
  ["a line of nothing", { lines: [{ ...line, totalCents: 0 }] }, ["lines", 0, "totalCents"]],
  ["a negative line", { lines: [{ ...line, totalCents: -1 }] }, ["lines", 0, "totalCents"]],
  ["a line without words", { lines: [{ ...line, description: " " }] }, ["lines", 0, "description"]],
  ["more held back than billed", { lines: [{ ...line, retainageCents: 70_01 }] }, ["lines", 0]],
  ["due before it was issued", { dueOn: "2026-01-31" }, ["dueOn"]],
  ["an empty number", { number: "  " }, ["number"]],
  ["a number longer than sixty", { number: "1".repeat(61) }, ["number"]],
])("%s is refused", (_what, more, path) => {
  expect(NewInvoice.safeParse({ ...invoice, ...more }).error?.issues[0]?.path).toEqual(path);
});

// A refusal finds the place it is about.
import { expect, test } from "vitest";
import { saidOf } from "./refused.ts";

const fault = (code: string | null, details: Record<string, unknown> = {}, fields = {}) => ({
  message: "No.",
  code,
  details,
  fields,
});

test("by the row, by the field, or above", () => {
  expect(saidOf(null)).toEqual({ fields: {}, rows: {}, above: null, stale: false, changed: false });
  expect(saidOf(fault("more-than-open", { itemId: 7 }))).toMatchObject({ rows: { 7: "No." }, stale: true });
  expect(saidOf(fault("not-found", { itemId: 7 }))).toMatchObject({
    rows: { 7: "This was paid meanwhile." },
    stale: true,
  });
  expect(saidOf(fault("not-issued-yet", { itemId: 7 }))).toMatchObject({ rows: { 7: "No." }, stale: false });
  expect(saidOf(fault("period-closed"))).toMatchObject({ fields: { receivedOn: "No." }, above: null });
  expect(saidOf(fault("more-than-paid"))).toMatchObject({ fields: { amountCents: "No." } });
  expect(saidOf(fault(null, {}, { memo: "Too long." }))).toMatchObject({
    fields: { memo: "Too long." },
    above: null,
  });
  expect(saidOf(fault("changed-meanwhile"))).toMatchObject({ changed: true, above: null });
  expect(saidOf(fault("key-reused"))).toMatchObject({ above: "No.", stale: false });
});

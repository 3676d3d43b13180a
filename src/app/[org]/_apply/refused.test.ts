// A refusal finds the place it is about.
import { expect, test } from "vitest";
import { refusalByField } from "./refused.ts";

const fault = (code: string | null, details: Record<string, unknown> = {}, fields = {}) => ({
  message: "No.",
  code,
  details,
  fields,
  above: Object.keys(fields).length > 0 ? null : "No.",
});

test("by the row, by the field, or above", () => {
  expect(refusalByField(null)).toEqual({ fields: {}, rows: {}, above: null, stale: false, changed: false });
  expect(refusalByField(fault("more-than-open", { itemId: 7 }))).toMatchObject({
    rows: { 7: "No." },
    stale: true,
  });
  expect(refusalByField(fault("not-found", { itemId: 7 }))).toMatchObject({
    rows: { 7: "This was paid meanwhile." },
    stale: true,
  });
  expect(refusalByField(fault("not-issued-yet", { itemId: 7 }))).toMatchObject({
    rows: { 7: "No." },
    stale: false,
  });
  expect(refusalByField(fault("more-than-open", { itemId: 7 }, { amountCents: "No." }))).toMatchObject({
    rows: { 7: "No." },
    fields: {},
  });
  expect(refusalByField(fault("period-closed", {}, { receivedOn: "No." }))).toMatchObject({
    fields: { receivedOn: "No." },
    above: null,
  });
  expect(refusalByField(fault(null, {}, { memo: "Too long." }))).toMatchObject({
    fields: { memo: "Too long." },
    above: null,
  });
  expect(refusalByField(fault("changed-meanwhile"))).toMatchObject({ changed: true, above: null });
  expect(refusalByField(fault("key-reused"))).toMatchObject({ above: "No.", stale: false });
});

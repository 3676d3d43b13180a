// A refusal finds the place it is about.
import { expect, test } from "vitest";
import { applyFaults } from "./apply-faults.ts";

const fault = (code: string | null, details: Record<string, unknown> = {}, fields = {}) => ({
  message: "No.",
  code,
  details,
  fields,
  above: Object.keys(fields).length > 0 ? null : "No.",
});

test("by the row, by the field, or above", () => {
  expect(applyFaults(null)).toEqual({ fields: {}, rows: {}, above: null, stale: false, changed: false });
  expect(applyFaults(fault("more-than-open", { itemId: 7 }))).toMatchObject({
    rows: { 7: "No." },
    stale: true,
  });
  expect(applyFaults(fault("not-found", { itemId: 7 }))).toMatchObject({
    rows: { 7: "This was paid meanwhile." },
    stale: true,
  });
  expect(applyFaults(fault("not-issued-yet", { itemId: 7 }))).toMatchObject({
    rows: { 7: "No." },
    stale: false,
  });
  expect(applyFaults(fault("more-than-open", { itemId: 7 }, { amountCents: "No." }))).toMatchObject({
    rows: { 7: "No." },
    fields: {},
  });
  expect(applyFaults(fault("period-closed", {}, { receivedOn: "No." }))).toMatchObject({
    fields: { receivedOn: "No." },
    above: null,
  });
  expect(applyFaults(fault(null, {}, { memo: "Too long." }))).toMatchObject({
    fields: { memo: "Too long." },
    above: null,
  });
  expect(applyFaults(fault("changed-meanwhile"))).toMatchObject({ changed: true, above: null });
  expect(applyFaults(fault("key-reused"))).toMatchObject({ above: "No.", stale: false });
});

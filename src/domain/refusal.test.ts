// A refusal knows which field it is about, so that every form says it there.
import { expect, test } from "vitest";
import { Refusal, REFUSALS, type RefusalCode } from "./refusal.ts";

test.each<[RefusalCode, string | null]>([
  ["period-closed", "day"],
  ["more-than-credit", "amount"],
  ["sku-taken", "sku"],
  ["not-found", null],
])("%s is about %j", (code, field) => {
  const refusal = new Refusal(code);
  expect([refusal.field, refusal.message, refusal.details]).toEqual([field, REFUSALS[code], {}]);
});

test("where it is thrown, it may be said more exactly", () => {
  expect(new Refusal("date-in-future", { field: "issuedOn" }).field).toBe("issuedOn");
  expect(new Refusal("not-found", { field: "lines.2.productId" }).field).toBe("lines.2.productId");
  expect(new Refusal("more-than-open", { itemId: 7 })).toMatchObject({
    field: "amount",
    details: { itemId: 7 },
  });
});

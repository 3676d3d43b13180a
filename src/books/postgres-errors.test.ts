// What the server refused is told by what it said, whatever the build made of the name of the error's class.
import { expect, test } from "vitest";
import { isTransient, refusalOf } from "./postgres-errors.ts";

/** As in the built app, where postgres.js names its errors after a class that is called "r". */
class r extends Error {
  constructor(said: object) {
    super("refused");
    this.name = this.constructor.name;
    Object.assign(this, { severity: "ERROR" }, said);
  }
}
const wrapped = (said: object) => new Error("Failed query", { cause: new r(said) });

test.each([
  [{ code: "23505", constraint: "products_sku" }, "sku-taken", "sku"],
  [{ code: "23505", constraint: "customers_number" }, "number-taken", "number"],
  [{ code: "23505", constraint: "invoices_number" }, "number-taken", "number"],
  [{ code: "OA010" }, "over-limit", null],
  [{ code: "55P03" }, "busy", null],
])("%j is %s", (said, code, field) => {
  expect(refusalOf(wrapped(said))).toMatchObject({ code, field });
});

test("a deadlock passes; anything else stays the bug that it is", () => {
  expect([isTransient(wrapped({ code: "40P01" })), isTransient(wrapped({ code: "40001" }))]).toEqual([
    true,
    true,
  ]);
  expect(isTransient(wrapped({ code: "23505" }))).toBe(false);
  for (const bug of [wrapped({ code: "22P02" }), new Error("ours"), { code: "OA010" }, null])
    expect(refusalOf(bug)).toBeNull();
  // The file system's errors have codes, too.
  expect(refusalOf(Object.assign(new Error("no file"), { code: "OA010" }))).toBeNull();
});

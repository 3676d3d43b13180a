// What a list's address may say, and what it says again: the page, its file and its procedure are asked for the same.
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { day } from "../values/day.ts";
import { CUSTOMER, DAYS, SEARCH, listQuery, oneOf } from "./list-query.ts";

const ID = "0b0f6b3e-6c39-4f4b-9d2a-0a3f0a3f0a3f";
const list = listQuery({
  filters: { ...SEARCH, ...CUSTOMER, ...DAYS, state: oneOf({ open: "Open", paid: "Paid" }) },
  sorts: { issued: "desc", due: "asc" },
});

test("what can be meant is asked for, under the names that the address has for it", () => {
  const address = {
    search: " INV-1 ",
    customer: ID,
    from: "2026-01-01",
    through: "2026-02-28",
    state: "open",
  };
  const query = list.read({ ...address, sort: "due", direction: "desc", cursor: "x" });
  expect(query).toEqual({
    search: "INV-1",
    customerId: ID,
    fromOn: "2026-01-01",
    throughOn: "2026-02-28",
    state: "open",
    sort: "due",
    direction: "desc",
    cursor: "x",
  });
  expect(list.write(query)).toEqual({
    ...address,
    search: "INV-1",
    sort: "due",
    direction: "desc",
    cursor: "x",
  });
});

test.each([
  { search: "  " },
  { customer: "me" },
  { from: "2026-02-30" },
  { through: ["2026-01-01"] },
  { state: "opened" },
  { state: "" },
  { sort: "toString" },
  { direction: "down" },
  { cursor: "x".repeat(5000) },
  { customerId: ID, fromOn: "2026-01-01" },
])("%j can't be meant, and takes nothing else with it", (params) => {
  expect(list.read({ ...params })).toEqual({});
  expect(list.read({ ...params, search: params.search ?? "a" })).toEqual(
    params.search ? {} : { search: "a" },
  );
});

test("more than anybody types is cut, and still found by what is left", () => {
  expect(list.read({ search: `${"x".repeat(199)} yz` }).search).toBe("x".repeat(199));
});

test("what an address is read as, an address says, and is read as again", () => {
  const texts = fc.option(fc.string({ unit: "binary", maxLength: 300 }), { nil: undefined });
  const one = <T extends string>(...words: T[]) => fc.constantFrom<(T | undefined)[]>(undefined, ...words);
  const params = fc.record({
    search: texts,
    customer: one(ID, "x"),
    from: one("2026-01-01", "2026-13-01"),
    state: one("open", "no"),
    sort: one("due", "issued", "x"),
    direction: one("asc", "desc", "x"),
    cursor: texts,
  });
  fc.assert(
    fc.property(params, (asked) => {
      const query = list.read(asked);
      expect(list.query.parse(query)).toEqual(query);
      expect(list.read(list.write(query))).toEqual(query);
      const { sort: _sort, direction: _direction, cursor: _cursor, ...matching } = query;
      expect(list.match(query)).toEqual(matching);
    }),
  );
});

test("each order begins in its own direction, and turns round when it is asked for again", () => {
  expect(list.orderOf({})).toEqual({ sort: "issued", direction: "desc" });
  expect(list.orderOf({ sort: "due" })).toEqual({ sort: "due", direction: "asc" });
  expect(list.orderOf({ direction: "asc" })).toEqual({ sort: "issued", direction: "asc" });
  expect(list.nextOrder({}, "issued")).toEqual({ direction: "asc", now: "desc" });
  expect(list.nextOrder({}, "due")).toEqual({ direction: "asc", now: null });
  expect(list.nextOrder({ sort: "due", direction: "desc" }, "due")).toEqual({
    direction: "asc",
    now: "desc",
  });
});

test("two lists at one address leave each other alone", () => {
  const unpaid = listQuery({
    filters: SEARCH,
    sorts: { due: "asc" },
    params: { search: "invoice", cursor: "after" },
  });
  const history = listQuery({ filters: { ...SEARCH, jumpOn: DAYS.fromOn }, sorts: {} });
  const params = {
    search: "note",
    invoice: "INV",
    cursor: "h",
    after: "u",
    sort: "due",
    direction: "desc",
    jump: "2026-01-01",
  };
  expect(unpaid.read(params)).toEqual({ search: "INV", cursor: "u", sort: "due", direction: "desc" });
  expect(history.read(params)).toEqual({ search: "note", cursor: "h", jumpOn: day("2026-01-01") });
  expect(unpaid.write({ search: "INV", cursor: "u" })).toEqual({ invoice: "INV", after: "u" });
});

test("a procedure takes nothing that isn't a filter, and a filter of its own beside them", () => {
  expect(list.matching.safeParse({ sort: "due" }).success).toBe(false);
  expect(list.query.safeParse({ state: "opened" }).success).toBe(false);
  const of = list.query.extend({ accountId: z.uuid() });
  expect(of.safeParse({ accountId: ID, state: "open" }).success).toBe(true);
  expect(of.safeParse({ accountId: ID, more: 1 }).success).toBe(false);
});

test("a day that is none is told under its name in the address, and filters nothing", () => {
  const address = { from: "2026-02-30", through: "2026-02-28", search: "x" };
  expect(list.read(address)).toEqual({ search: "x", throughOn: "2026-02-28" });
  expect(list.unreadDays(address)).toEqual({ fromOn: "2026-02-30" });
  expect(list.unreadDays({ from: "", through: ["1", "2"] })).toEqual({});
});

// Addresses: what a page shows stands in its query, and only what was asked for.
import { expect, test } from "vitest";
import { toCustomer, toCustomers, href } from "./links.ts";

test("what isn't asked for doesn't stand in the address", () => {
  expect(toCustomers("hillside", { search: "", sort: undefined, cursor: null })).toBe("/hillside/customers");
  expect(toCustomers("hillside", { search: "a&b", sort: "name" })).toBe(
    "/hillside/customers?search=a%26b&sort=name",
  );
  expect(toCustomer("hillside", "c1", { asOf: "2026-10-10" }, "history")).toBe(
    "/hillside/customers/c1?asOf=2026-10-10#history",
  );
  expect(href("/x")).toBe("/x");
});

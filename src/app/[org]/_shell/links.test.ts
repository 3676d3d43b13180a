// Addresses: what a page shows stands in its query, and only what was asked for.
import { expect, test } from "vitest";
import * as links from "./links.ts";
import { toCustomer, toCustomers, href } from "./links.ts";

test("what isn't asked for doesn't stand in the address", () => {
  expect(toCustomers("hillside", { search: "", sort: undefined, cursor: null })).toBe("/hillside/customers");
  expect(toCustomers("hillside", { search: "a&b", sort: "name" })).toBe(
    "/hillside/customers?search=a%26b&sort=name",
  );
  expect(toCustomer("hillside", "c1", { asOf: "2026-10-10" }, "history")).toBe(
    "/hillside/customers/c1?asOf=2026-10-10#history",
  );
  expect(href(["x"])).toBe("/x");
});

test("a part of an address stays one part of it", () => {
  const phish = "/evil.example/phish?";
  expect(toCustomers(phish)).toBe("/%2Fevil.example%2Fphish%3F/customers");
  expect(toCustomer("hillside", "../../evil#a")).toBe("/hillside/customers/..%2F..%2Fevil%23a");
  for (const [name, link] of Object.entries(links)) {
    if (!name.startsWith("to")) continue;
    const made = (link as (...parts: string[]) => string)(phish, phish, "info");
    expect(new URL(made, "https://ours.example").origin, name).toBe("https://ours.example");
    expect(made, name).toMatch(/^\/%2F/);
  }
});

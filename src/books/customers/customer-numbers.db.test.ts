// Customers in the order of their numbers, as people count, page by page.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { listCustomers } from "./customer-list.ts";

afterAll(closePool);

test.each(["asc", "desc"] as const)("C-9 comes before C-10, also across pages: %s", async (direction) => {
  const business = await freshBusiness();
  const order = ["9", "10", "100", "a-2", "B-1", "C-9", "C-10", "C-0100", "C-100", "C-9998", "C-10000"];
  for (const number of order.toReversed()) await business.customer(`Mr ${number}`, { number }).write();
  const walked: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { sort: "number", direction, cursor } as const;
    const page = await business.read((books) => listCustomers(books, query, 2));
    walked.push(...page.rows.map((row) => row.number));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(walked).toEqual(direction === "asc" ? order : order.toReversed());
});

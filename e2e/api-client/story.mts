// A program's own story, written with the client that openapi-typescript makes of our document: a customer is billed, pays, and
// gets a statement. src/server/rest/client-story.db.test.ts makes the types beside it, checks this file against them, and runs it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { paths } from "./paths.d.ts";

const [baseUrl = "", key = ""] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${key}` } });
const once = () => ({ header: { "Idempotency-Key": randomUUID() } });

function done<T>({ data, error }: { data?: T; error?: unknown }): T {
  assert.ok(data !== undefined, JSON.stringify(error));
  return data;
}

const customer = done(
  await client.POST("/customers", {
    params: once(),
    body: { name: "Greenleaf Landscaping", email: "ap@greenleaf.example", address_lines: ["1 Elm St"] },
  }),
);
const draft = done(
  await client.POST("/invoice-drafts", {
    params: once(),
    body: {
      draft: {
        customer_id: customer.customer_id,
        issued_on: "2026-06-01",
        due_on: "2026-07-01",
        lines: [{ description: "Gravel, by the ton", quantity: "2.5", unit_price: "40" }],
      },
    },
  }),
);
const { draft_id } = draft;
const issued = done(
  await client.POST("/invoice-drafts/{draft_id}/issue", {
    params: { ...once(), path: { draft_id } },
    body: { version: draft.version },
  }),
);
assert.deepEqual([issued.total, issued.currency], ["100.00", "USD"]);

const unpaid = done(
  await client.GET("/customers/{customer_id}/account/unpaid", {
    params: { path: { customer_id: customer.customer_id } },
  }),
);
const item = unpaid.rows[0];
assert.ok(item);
assert.equal(item.open, "100.00");

const payment = {
  account_id: customer.account_id,
  amount: "60.00",
  currency: "USD",
  method: "check" as const,
  reference: "4471",
  received_on: "2026-06-15",
  applied: [{ item_id: item.item_id, amount: "60.00" }],
};
const params = once();
const paid = done(await client.POST("/payments", { params, body: payment }));
const again = done(await client.POST("/payments", { params, body: payment }));
assert.deepEqual(again, paid);
// @ts-expect-error: an amount is text.
const wrong = await client.POST("/payments", { params: once(), body: { ...payment, amount: 60 } });
assert.deepEqual([wrong.response.status, wrong.error?.errors?.[0]?.field], [400, "amount"]);

const account = done(
  await client.GET("/customers/{customer_id}/account", {
    params: { path: { customer_id: customer.customer_id }, query: { as_of: "2026-06-15" } },
  }),
);
assert.deepEqual([account.figures.balance, account.figures.currency], ["40.00", "USD"]);

const made = done(
  await client.POST("/statements", {
    params: once(),
    body: { customer: customer.customer_id, as_of: "2026-06-30" },
  }),
);
const path = { statement_id: made.statement_id };
const { statement } = done(await client.GET("/statements/{statement_id}", { params: { path } }));
assert.deepEqual([statement.closing, statement.currency], ["40.00", "USD"]);
assert.deepEqual(
  statement.lines.map(({ charge, credit, balance }) => [charge, credit, balance]),
  [
    ["100.00", "0.00", "100.00"],
    ["0.00", "60.00", "40.00"],
  ],
);
console.log("told");

// An invoice from the desk: its document, its debt, its number.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { recordInvoice } from "./invoices.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf", { terms: "net-15" }).write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const record = (more: Partial<NewInvoice> = {}) =>
  business.change((books) => {
    const lines = [
      { description: "Mulch", totalCents: cents(70_00) },
      { description: "Delivery", totalCents: cents(30_50) },
    ];
    return recordInvoice(
      books,
      inputOf(NewInvoice, {
        accountId: greenleaf.accountId,
        issuedOn: day("2026-02-01"),
        lines,
        ...more,
      }),
    );
  });

test("the document foots, the customer's terms make the due date, the memo stays inside", async () => {
  const { number, eventId, totalCents } = await record({ memo: "Gate code 12" });
  expect([number, totalCents]).toEqual(["INV-00001", 100_50]);
  const [row] = await business.read(({ tx }) =>
    tx.execute(sql`
      select i.due_on, i.subtotal, i.total, i.notes_to_customer, e.amount, e.memo, i.number as document_number, t.open,
        (select json_agg(json_build_array(l.line, l.description, l.unit_price::text, l.total) order by l.line)
          from books.invoice_lines l where l.invoice_id = i.id) as lines
      from books.invoices i join books.events e on e.number = i.event_number join books.items t on t.id = e.number
      where e.number = ${eventId}`),
  );
  expect(row).toEqual({
    due_on: "2026-02-16",
    subtotal: 100_50,
    total: 100_50,
    notes_to_customer: "",
    amount: 100_50,
    memo: "Gate code 12",
    document_number: "INV-00001",
    open: 100_50,
    lines: [
      [1, "Mulch", "70.00000000", 70_00],
      [2, "Delivery", "30.50000000", 30_50],
    ],
  });
});

test("a number that a person typed is skipped by the series, which stays without a gap", async () => {
  await record({ number: "INV-00002" });
  await record({ number: "INV-00003" });
  const numbers = [await record(), await record()].map((each) => each.number);
  expect(numbers).toEqual(["INV-00001", "INV-00004"]);
});

test("a failed invoice gives its number back", async () => {
  await expect(record({ issuedOn: day("2027-01-01") })).rejects.toMatchObject({ code: "date-in-future" });
  expect((await record()).number).toBe("INV-00001");
});

test.each(["00000000-0000-4000-8000-000000000000"])(
  "an account that isn't there (%s) is not found",
  async (accountId) => {
    await expect(record({ accountId })).rejects.toMatchObject({ code: "not-found" });
  },
);

test.each([
  ["JPY", 1500, "1500.00000000"],
  ["KWD", 1500, "1.50000000"],
])("in %s a unit price has the currency's own digits", async (currency, units, price) => {
  const abroad = await freshBusiness({ currency });
  const { accountId } = await abroad.customer("Aoki").write();
  const lines = [{ description: "Tea", totalCents: cents(units) }];
  await abroad.change((books) =>
    recordInvoice(books, inputOf(NewInvoice, { accountId, issuedOn: day("2026-02-01"), lines })),
  );
  const rows = await abroad.read(({ tx }) => tx.execute(sql`select unit_price from books.invoice_lines`));
  expect(rows).toEqual([{ unit_price: price }]);
});

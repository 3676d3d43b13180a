// The operator's command for what is held back: its figures as decimal texts, as of a day, and in columns for a person.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { recordInvoice } from "@/books/invoices/invoices.ts";
import { releaseRetainage } from "@/books/invoices/retainage.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { closeQueue } from "@/server/jobs/queue.ts";
import { booksOf } from "@/server/testing/fixture-caller.ts";
import { openShop, type Shop } from "@/server/testing/fixture-shop.ts";
import { retainageCommand } from "./commands/retainage.ts";

let shop: Shop;
let number: string;
/** Of 100.00 a tenth is held back in March, and 4.00 of it billed in April. */
beforeAll(async () => {
  shop = await openShop();
  const at = await booksOf(shop);
  const { accountId } = shop;
  const lines = [{ description: "Wall", totalCents: cents(100_00), retainageCents: cents(10_00) }];
  const withheld = inputOf(NewInvoice, { accountId, issuedOn: day("2026-03-05"), lines });
  const made = await at.change((books) => recordInvoice(books, withheld));
  number = made.number;
  const released = [{ invoiceId: made.invoiceId, invoiceLine: 1, amountCents: cents(4_00) }];
  const bill = inputOf(NewRelease, { accountId, releasedOn: day("2026-04-01"), released });
  await at.change((books) => releaseRetainage(books, bill));
});
afterAll(async () => {
  await closeQueue();
  await closePool();
});

/** What it prints, in this process. */
async function told(...args: string[]): Promise<string> {
  let out = "";
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void (out += `${text}\n`));
  const command = retainageCommand().exitOverride();
  await command.parseAsync(["--org", shop.slug, ...args], { from: "user" }).finally(() => log.mockRestore());
  return out;
}

test("says what was withheld, released and is held, by invoice, as decimal texts, as of a day", async () => {
  const before = { withheld: "10.00", released: "0.00", held: "10.00" };
  expect(JSON.parse(await told("--as-of", "2026-03-31", "--json"))).toEqual({
    asOf: "2026-03-31",
    ...before,
    rows: [{ customer: expect.any(String), job: null, invoice: number, ...before }],
  });
  expect(JSON.parse(await told("--as-of", "2026-04-01", "--json"))).toMatchObject({
    withheld: "10.00",
    released: "4.00",
    held: "6.00",
  });
});

test("and to a person in columns, with a total; a day that is none is said", async () => {
  expect(await told("--as-of", "2026-04-01")).toMatch(/Total +10\.00 +4\.00 +6\.00\n$/);
  await expect(told("--as-of", "soon")).rejects.toThrow("--as-of: soon is not a date");
});

// Terms that a business offers: its own beside the usual ones, the shortest first, and what no database may hold as terms.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { readOfferedTerms } from "../ledger/offered-terms.ts";
import { desk } from "../testing/desk.ts";
import { offerTerms, withdrawTerms } from "./terms.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeEach(async () => {
  business = await freshBusiness();
});
afterAll(closePool);

const offered = () => business.read(readOfferedTerms);
const offer = (code: string) => business.change((books) => offerTerms(books, { code }));

test("a business begins with the usual ones, adds its own, and takes some away", async () => {
  expect(await offered()).toEqual(["net-0", "net-15", "net-30", "net-60"]);
  for (const code of ["eom", "day-10", "net-30-2-10", "net-30-2-10"]) await offer(code);
  await business.change((books) => withdrawTerms(books, { code: "net-60" }));
  await expect(business.change((books) => withdrawTerms(books, { code: "net-60" }))).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await offered()).toEqual(["net-0", "net-15", "eom", "net-30", "net-30-2-10", "day-10"]);
});

test.each([
  ["net-0", "2026-01-31", "2026-01-31"],
  ["net-45", "2026-01-31", "2026-03-17"],
  ["eom", "2026-02-03", "2026-02-28"],
  ["day-10", "2026-01-31", "2026-02-10"],
  ["net-30-2-10", "2026-01-31", "2026-03-02"],
])(
  "a customer with %s has an invoice of %s due on %s, and the invoice says its terms",
  async (terms, on, due) => {
    const at = desk(business, await business.customer("Greenleaf", { terms }).write());
    const { invoiceId } = await at.invoice(10_00, on);
    const [row] = await business.read(({ tx }) =>
      tx.execute(sql`select due_on, terms from books.invoices where id = ${invoiceId}::uuid`),
    );
    expect(row).toEqual({ due_on: due, terms });
  },
);

test("what is no code is kept nowhere", async () => {
  const wrong = ["net 30", "net-30-2", "day-", "2/10 net 30"];
  for (const code of wrong) await expect(offer(code)).rejects.toThrow();
});

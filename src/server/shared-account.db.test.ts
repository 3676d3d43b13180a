// Behind a statement's link is that statement's account and no other's; a link of one paper opens nothing beside it; and
// looking changes nothing.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { setClock } from "./clock.ts";
import { sharedAccount, sharedInvoice, sharedStatementNow, type SharedStatement } from "./shared-account.ts";
import { openShared, sharePaper } from "./shared-paper.ts";
import { asMember, neighbourOf, openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";

let shop: Shop;
let neighbour: Shop;
let stranger: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
  neighbour = await neighbourOf(shop);
  stranger = await openShop();
});
afterAll(async () => {
  setClock(null);
  await closePool();
});

async function memberOf(of: Shop) {
  return present((await asMember(of, "owner")).member, "the owner is a member");
}
async function linkTo(of: Shop): Promise<SharedStatement> {
  const { url } = await sharePaper(await memberOf(of), { kind: "statement", id: of.statementId });
  const shared = await openShared(url.split("/s/")[1] ?? "", somewhere());
  if (shared.kind !== "statement") throw new Error("it opens a statement");
  return shared;
}

test("its account opens, from what the statement said to what is owed now", async () => {
  const shared = await linkTo(shop);
  const [{ since }, account] = await Promise.all([sharedStatementNow(shared), sharedAccount(shared, {})]);
  expect(since.saidCents).toBe(shared.issued.statement.closingCents);
  expect(since.nowCents).toBe(account.aging.netCents);
  expect(account.customer.number).toBe(shop.customerNumber);
});

test("an invoice of its customer opens; a neighbour's and another business's are not found", async () => {
  const shared = await linkTo(shop);
  expect((await sharedInvoice(shared, shop.invoiceId)).invoice.customer.number).toBe(shop.customerNumber);
  for (const invoiceId of [
    neighbour.invoiceId,
    stranger.invoiceId,
    shop.statementId,
    "",
    "%00",
    "x".repeat(5000),
  ])
    await expect(sharedInvoice(shared, invoiceId)).rejects.toMatchObject({ code: "not-found" });
});

test("an invoice's own link opens no other invoice, not even of its customer", async () => {
  const { url } = await sharePaper(await memberOf(shop), { kind: "invoice", id: shop.invoiceId });
  const shared = await openShared(url.split("/s/")[1] ?? "", somewhere());
  expect(shared.kind).toBe("invoice");
  expect(() => sharedInvoice(shared, shop.invoiceId)).toThrow(expect.objectContaining({ code: "not-found" }));
});

test("a page that somebody made up is the first one", async () => {
  const shared = await linkTo(shop);
  const first = await sharedAccount(shared, {});
  const madeUp = await sharedAccount(shared, { unpaid: "x.y.z", history: "older.2026-99-99.1.1" });
  expect(madeUp.history.lines).toEqual(first.history.lines);
  expect(madeUp.unpaid).toEqual(first.unpaid);
});

test("looking changes nothing", async () => {
  const shared = await linkTo(shop);
  const member = await memberOf(shop);
  const rows = () =>
    readBooks(member, ({ tx }) =>
      tx.execute(
        sql`select (select count(*) from books.commands) as c, (select count(*) from books.audit_entries) as a, (select count(*) from books.outbox) as o`,
      ),
    );
  const before = await rows();
  await Promise.all([
    sharedStatementNow(shared),
    sharedAccount(shared, {}),
    sharedInvoice(shared, shop.invoiceId),
  ]);
  expect(await rows()).toEqual(before);
});

// What a credit memo of an invoice is refused for: more than the invoice bears, also when two credit it at once, what is nobody's
// debt any more, and what was seen otherwise.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import type { CreditChoice } from "@/domain/invoices/invoice-credit.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { WHOLE, amount, byLines, credited, line } from "../testing/credits.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";
import { issued, item } from "../testing/drafts.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-01-01" });
  greenleaf = await business.customer("Greenleaf", { number: "C-7" }).write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const issue = (more: Partial<Draft> = {}) =>
  issued(business, { customerId: greenleaf.customerId, lines: [item("4", "25"), item("1", "60")], ...more });
const credit = (invoiceId: string, choice: CreditChoice, more: Parameters<typeof credited>[2] = {}) =>
  credited(business, { invoiceId, choice }, more);
const rows = (query: string) =>
  business.read(async ({ tx }) => [...(await tx.execute<Record<string, unknown>>(sql.raw(query)))]);

test("never more than the line bears: also two at once, and each key once", async () => {
  const { invoiceId } = await issue();
  await expect(credit(invoiceId, byLines(line(1, "4.5")), { seen: 1 })).rejects.toMatchObject({
    code: "more-than-billed",
    details: { line: 1, left: "4", leftCents: 100_00 },
  });
  const choice = byLines(line(1, "3"));
  const both = await Promise.allSettled([1, 2].map(() => credit(invoiceId, choice, { seen: 75_00 })));
  expect(both.map((each) => each.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((each) => each.status === "rejected")).toMatchObject({
    reason: { code: "more-than-billed" },
  });
  const key = randomUUID();
  const one = await credit(invoiceId, byLines(amount(2, 5_00)), { key });
  expect(await credit(invoiceId, byLines(amount(2, 5_00)), { key })).toEqual(one);
  expect(await rows("select number from books.credit_memos order by number")).toEqual([
    { number: "CM-00001" },
    { number: "CM-00002" },
  ]);
});

test("voided, nothing of it is credited", async () => {
  const { invoiceId, eventId } = await issue();
  await at.reverse(eventId, "2026-06-16");
  await expect(credit(invoiceId, WHOLE, { seen: 1 })).rejects.toMatchObject({
    code: "invoice-voided",
  });
});

test("voided and credited at the same time: one of them happens", async () => {
  const { invoiceId, eventId } = await issue();
  const both = await Promise.allSettled([
    credit(invoiceId, WHOLE, { seen: 160_00 }),
    at.reverse(eventId, "2026-06-20"),
  ]);
  expect(both.map((each) => each.status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("what was written off isn't credited, nor what came as a receipt, a release or before its day", async () => {
  const { invoiceId, eventId } = await issue({ retainage: "10%" });
  await at.writeOff(eventId, 44_00, "2026-06-16");
  await expect(credit(invoiceId, WHOLE, { seen: 1 })).rejects.toMatchObject({
    code: "given-up-since",
    details: { mostCents: 100_00 },
  });
  expect(await credit(invoiceId, { by: "amount", amountCents: cents(100_00) })).toMatchObject({
    appliedCents: 100_00,
  });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 0 });
  const { invoiceId: other } = await issue({ retainage: "10%" });
  const released = await at.release(other, 5_00, "2026-06-18");
  await expect(credit(released.invoiceId, WHOLE, { seen: 1 })).rejects.toMatchObject({
    code: "not-by-lines",
  });
  for (const [on, code] of [
    ["2026-06-14", "before-invoice"],
    ["2026-07-01", "date-in-future"],
  ] as const)
    await expect(credit(other, WHOLE, { on })).rejects.toMatchObject({ code });
});

test("it comes to something else than was seen: nothing is posted", async () => {
  const { invoiceId } = await issue();
  await expect(credit(invoiceId, byLines(line(1, "1")), { seen: 25_01 })).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
  expect(await rows("select 1 from books.credit_memos")).toEqual([]);
});

// All the open credit of an account on one screen: what there is, where it is applied, and which earmarks it releases.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewApplication } from "@/domain/ledger/application-input.ts";
import { NewRefund } from "@/domain/payments/refund-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { applyCredit } from "../ledger/applications.ts";
import { writeOff } from "../corrections/adjustments.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readOpenCredit } from "./open-credit.ts";
import { refundCredit } from "./refunds.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const read = (cursor?: string) =>
  business.read((books) => readOpenCredit(books, { customer: greenleaf.customerId, cursor }));

test("credit of every kind, oldest first, and where it is applied; what was given up is not credit", async () => {
  const invoice = await at.invoice(100_00, "2026-01-10", { number: "INV-1" });
  const brought = await at.openCredit(5_00, "2026-01-01", "2025-12-01");
  const paid = await at.pay(30_00, "2026-02-01", [[invoice.eventId, 20_00]]);
  const memo = await at.memo(10_00, "2026-02-02");
  const down = await at.down(1_00, "2026-02-03");
  await at.writeOff(invoice.eventId, 3_00, "2026-02-04");
  const { credits, applications } = await read();
  expect(credits.map((credit) => [credit.creditId, credit.name, credit.openCents])).toEqual([
    [brought.eventId, "Opening credit", 5_00],
    [paid.eventId, "Check", 10_00],
    [memo.eventId, `Credit memo ${memo.number}`, 10_00],
    [down.eventId, "Adjustment", 1_00],
  ]);
  expect(applications).toEqual({
    rows: [
      {
        creditId: paid.eventId,
        creditName: "Check",
        paymentId: paid.paymentId,
        creditMemoId: null,
        itemId: invoice.eventId,
        itemName: "INV-1",
        documentId: invoice.invoiceId,
        appliedOn: "2026-02-01",
        amountCents: 20_00,
      },
    ],
    next: null,
  });
  await expect(
    business.read((books) => readOpenCredit(books, { customer: randomUUID() })),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("more credits than a page holds go on where it ended", async () => {
  const invoice = await at.invoice(100_00, "2026-01-10");
  for (let n = 0; n < 22; n++) await at.pay(1_00, "2026-02-01", [[invoice.eventId, 1_00]]);
  const first = (await read()).applications;
  const second = (await read(first.next ?? "")).applications;
  expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 2, null]);
  const ids = [...first.rows, ...second.rows].map((row) => row.creditId);
  expect(new Set(ids).size).toBe(22);
});

test("what is set aside is used only on purpose, the newest earmark first; un-applied, it isn't set aside again", async () => {
  const invoice = await at.invoice(100_00, "2026-01-10");
  const paid = await at.pay(60_00, "2026-02-01");
  await at.earmark(20_00, "spring");
  await at.earmark(15_00, "patio");
  const applied = [{ creditId: paid.eventId, itemId: invoice.eventId, amountCents: cents(30_00) }];
  const given = { accountId: greenleaf.accountId, appliedOn: day("2026-03-01"), applied };
  await expect(
    business.change((books) => applyCredit(books, inputOf(NewApplication, given))),
  ).rejects.toMatchObject({
    code: "more-than-credit",
    details: { freeCents: 25_00 },
  });
  const done = await business.change((books) =>
    applyCredit(books, inputOf(NewApplication, { ...given, useEarmarked: true })),
  );
  expect(done.releasedEarmarks).toEqual(["patio"]);
  expect(await figuresOf(business, greenleaf)).toMatchObject({
    items: 70_00,
    credit: 30_00,
    earmarked: 20_00,
  });
  expect((await read()).account.earmarks).toMatchObject([{ note: "spring" }]);
  await at.unApply(paid.eventId, invoice.eventId, "2026-03-02");
  expect(await figuresOf(business, greenleaf)).toMatchObject({ credit: 60_00, earmarked: 20_00 });
});

test("who looked before something was posted applies, hands back and gives up nothing", async () => {
  const invoice = await at.invoice(100_00, "2026-01-10");
  const paid = await at.pay(60_00, "2026-02-01");
  const { seenSeq } = (await read()).account;
  await at.up(1_00, "2026-02-02");
  const { accountId } = greenleaf;
  const amountCents = cents(1_00);
  const on = day("2026-03-01");
  const applied = [{ creditId: paid.eventId, itemId: invoice.eventId, amountCents }];
  const late = [
    business.change((books) =>
      applyCredit(books, inputOf(NewApplication, { accountId, appliedOn: on, applied, seenSeq })),
    ),
    business.change((books) =>
      refundCredit(
        books,
        inputOf(NewRefund, { accountId, amountCents, refundedOn: on, seenSeq, reason: "Handed back" }),
      ),
    ),
    business.change((books) =>
      writeOff(books, { accountId, amountCents, on, itemId: invoice.eventId, seenSeq, reason: "" }),
    ),
  ];
  for (const answer of await Promise.allSettled(late))
    expect(answer).toMatchObject({ status: "rejected", reason: { code: "changed-meanwhile" } });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 101_00, credit: 60_00 });
});

test("a refund says how the money went", async () => {
  await at.pay(60_00, "2026-02-01");
  const money = { accountId: greenleaf.accountId, amountCents: cents(5_00), refundedOn: day("2026-03-01") };
  await business.change((books) =>
    refundCredit(
      books,
      inputOf(NewRefund, { ...money, method: "check", reference: "1042", reason: "Handed back" }),
    ),
  );
  await business.change((books) =>
    refundCredit(books, inputOf(NewRefund, { ...money, method: "cash", reason: "Handed back" })),
  );
  await business.change((books) =>
    refundCredit(books, inputOf(NewRefund, { ...money, reason: "Handed back" })),
  );
  const labels = await business.read(async ({ tx }) => {
    const rows = await tx.execute<{ label: string }>(sql`
      select label from books.events where kind = 'refund' order by number`);
    return rows.map((row) => row.label);
  });
  expect(labels).toEqual(["Refund by check 1042", "Refund in cash", "Refund"]);
});

test("a mangled place among the applications is the first page", async () => {
  const invoice = await at.invoice(20_00, "2026-01-10");
  await at.pay(20_00, "2026-02-01", [[invoice.eventId, 20_00]]);
  expect((await read("2026-13-45.1")).applications.rows).toHaveLength(1);
});

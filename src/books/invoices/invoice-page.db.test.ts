// The page of an invoice: its lines, how it was paid and unpaid again, and reversing it.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { readReversalPreview } from "../corrections/reversal-preview.ts";
import { readInvoice, voidInvoice } from "./invoice-page.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf", { number: "C-7" }).write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const read = (invoiceId: string) => business.read((books) => readInvoice(books, invoiceId));
const on = day("2026-04-01");

test("paid, bounced and written off: every step with its day, its event and what was left", async () => {
  const { invoiceId, eventId } = await at.invoice(100_00, "2026-01-10", {
    number: "INV-1",
    retainage: 10_00,
  });
  const paid = await at.pay(60_00, "2026-02-01", [[eventId, 60_00]]);
  const back = await at.bounce(paid.eventId, "2026-02-05");
  const off = await at.writeOff(eventId, 1_00, "2026-03-01");
  const invoice = await read(invoiceId);
  expect(invoice).toMatchObject({
    number: "INV-1",
    subtotalCents: 100_00,
    retainageCents: 10_00,
    heldCents: 10_00,
    totalCents: 90_00,
    openCents: 89_00,
    state: "overdue",
    voidedBy: null,
    lines: [
      { description: "Goods", quantity: "1", unitPrice: "100", totalCents: 100_00, retainageCents: 10_00 },
    ],
  });
  expect(invoice.steps).toMatchObject([
    {
      on: "2026-02-01",
      credit: { eventId: paid.eventId, name: "Check", paymentId: paid.paymentId },
      openCents: 30_00,
      reversedBy: { eventId: back.eventId, name: "Returned: Check" },
    },
    { on: "2026-02-05", amountCents: -60_00, openCents: 90_00, reversedBy: null },
    { on: "2026-03-01", by: { eventId: off.eventId }, openCents: 89_00, credit: { paymentId: null } },
  ]);
});

test("reversed: what had paid it is open credit again, as the preview said", async () => {
  const { invoiceId, eventId } = await at.invoice(100_00, "2026-01-10", { number: "INV-1" });
  const paid = await at.pay(60_00, "2026-02-01", [[eventId, 60_00]]);
  const preview = await business.read((books) => readReversalPreview(books, eventId));
  expect(preview).toMatchObject({
    stays: null,
    name: "Invoice INV-1",
    owedAgain: [],
    openAgain: [{ eventId: paid.eventId, name: "Check", amountCents: 60_00 }],
    effect: { openItemsCents: -40_00, openCreditCents: 60_00 },
  });
  const given = { invoiceId, on, reason: "Wrong customer", seenSeq: preview.account.seenSeq };
  const voided = await business.change((books) => voidInvoice(books, given));
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 60_00 });
  expect(await read(invoiceId)).toMatchObject({
    state: "voided",
    openCents: 0,
    voidedBy: { eventId: voided.eventId, name: "Reversal of Invoice" },
    steps: [{ openCents: 40_00 }, { openCents: 100_00 }, { kind: "reversed", openCents: 0 }],
  });
  const again = await business.read((books) => readReversalPreview(books, eventId));
  expect(again).toMatchObject({ stays: "reversed-before", openAgain: [] });
  await expect(
    business.change((books) => voidInvoice(books, { invoiceId, on, reason: "Again" })),
  ).rejects.toMatchObject({
    code: "reversed-before",
  });
});

test("who looked before something was posted is told, and nothing is done", async () => {
  const { invoiceId, eventId } = await at.invoice(100_00, "2026-01-10");
  const { account } = await business.read((books) => readReversalPreview(books, eventId));
  await at.pay(60_00, "2026-02-01", [[eventId, 60_00]]);
  const given = { invoiceId, on, reason: "Twice", seenSeq: account.seenSeq };
  await expect(business.change((books) => voidInvoice(books, given))).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
  expect(await read(invoiceId)).toMatchObject({ openCents: 40_00, voidedBy: null });
});

test("held back in full, there is nothing to pay; what isn't there isn't found", async () => {
  const { invoiceId } = await at.invoice(100_00, "2026-01-10", { retainage: 100_00 });
  expect(await read(invoiceId)).toMatchObject({ state: "held", owed: false, openCents: 0, steps: [] });
  await expect(read(randomUUID())).rejects.toMatchObject({ code: "not-found" });
  await expect(read("nothing")).rejects.toMatchObject({ code: "not-found" });
});

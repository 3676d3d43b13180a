// A draft issued: numbered, posted and frozen, exactly once; and everything that it is refused for, with nothing lost.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import { blankLine } from "@/domain/invoices/draft.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { NewProduct } from "@/domain/products/product.ts";
import { day } from "@/domain/values/day.ts";
import { createProduct } from "../products/products.ts";
import { saveDraft, startDraft } from "./drafts.ts";
import { readInvoice } from "./invoice-page.ts";
import { readTaxes } from "./invoice-taxes.ts";
import { issueDraft } from "./issue-draft.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { MAY, draftOf, issued, item } from "../testing/drafts.ts";
import { taxed } from "../testing/taxed.ts";
import { figuresOf } from "../testing/desk.ts";
import { mergeInto } from "../testing/merging.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-01-01" });
  greenleaf = await business.customer("Greenleaf", { number: "C-7" }).write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const issue = (more: Partial<Draft> = {}, key?: string) =>
  issued(business, { customerId: greenleaf.customerId, lines: [item("2", "50")], ...more }, key);
const invoice = (invoiceId: string) => business.read((books) => readInvoice(books, invoiceId));
const journal = (eventId: number) =>
  business.read(({ tx }) =>
    tx.execute<{ code: string; amount: number }>(sql`
      select chart_code as code, amount from books.journal_lines where event_number = ${eventId} order by line`),
  );
const drafts = () =>
  business.read(({ tx }) => tx.execute(sql`select state, invoice_id from books.invoice_drafts order by id`));

test("it gets the next number, is posted with tax and retainage, and keeps what was on it", async () => {
  await taxed(business, "8.25");
  await business.change(({ tx }) =>
    tx.execute(sql`insert into books.chart (code, name, kind) values ('4010', 'Stone', 'revenue')`),
  );
  const { productId } = await business.change((books) =>
    createProduct(
      books,
      inputOf(NewProduct, { name: "Stone", sku: "ST-1", price: "12.50", chartCode: "4010" }),
    ),
  );
  const got = await issue({
    retainage: "10%",
    poNumber: "PO-7",
    salesperson: "Sam",
    notesToCustomer: "Thank you",
    notesInternal: "Gate code 12",
    billingAddress: "Greenleaf\n1 Elm St",
    serviceAddress: "2 Oak St",
    terms: "day-10",
    lines: [
      { ...blankLine("text"), description: "Phase 1" },
      item("4", "12.50", { productId, description: "Stone, grey", unit: "t", discount: "20%" }),
      item("1", "60", { taxable: false, retainage: "1.50" }),
      blankLine("subtotal"),
    ],
  });
  expect(got).toMatchObject({
    number: "INV-00001",
    totalCents: 97_80,
    dueOn: "2026-07-10",
    period: "2026-06-01",
    corrected: null,
  });
  expect(await invoice(got.invoiceId)).toMatchObject({
    subtotalCents: 100_00,
    taxCents: 3_30,
    retainageCents: 5_50,
    totalCents: 97_80,
    terms: "day-10",
    dueOn: "2026-07-10",
    poNumber: "PO-7",
    salesperson: "Sam",
    notesToCustomer: "Thank you",
    notesInternal: "Gate code 12",
    billingAddress: ["Greenleaf", "1 Elm St"],
    serviceAddress: ["2 Oak St"],
    taxes: [{ name: "Sales tax", rate: "8.25", baseCents: 40_00, taxCents: 3_30 }],
    lines: [
      { kind: "text", description: "Phase 1", totalCents: 0 },
      {
        kind: "item",
        sku: "ST-1",
        description: "Stone, grey",
        quantity: "4",
        unit: "t",
        unitPrice: "12.5",
        discountCents: 10_00,
        totalCents: 40_00,
        taxCents: 3_30,
        retainageCents: 4_00,
      },
      { kind: "item", sku: "", totalCents: 60_00, taxCents: 0, retainageCents: 1_50 },
      { kind: "subtotal", totalCents: 100_00 },
    ],
  });
  expect(await journal(got.eventId)).toEqual([
    { code: "1200", amount: 97_80 },
    { code: "1210", amount: 5_50 },
    { code: "4010", amount: -40_00 },
    { code: "4000", amount: -60_00 },
    { code: "2200", amount: -3_30 },
  ]);
  expect(await drafts()).toEqual([{ state: "issued", invoice_id: got.invoiceId }]);
});

test("the same command twice issues one invoice, and a second command hears that it is gone", async () => {
  const { draftId, version } = await business.change((books) =>
    startDraft(
      books,
      inputOf(DraftInput, draftOf({ customerId: greenleaf.customerId, lines: [item("1", "7")] })),
    ),
  );
  const key = randomUUID();
  const once = () =>
    business.change((books) => issueDraft(books, { draftId, version, seen: { taxes: [] } }, MAY), key);
  const answers = await Promise.all([once(), once(), once()]);
  expect(new Set(answers.map((each) => each.number))).toEqual(new Set(["INV-00001"]));
  await expect(
    business.change((books) => issueDraft(books, { draftId, version: 2, seen: { taxes: [] } }, MAY)),
  ).rejects.toMatchObject({ code: "draft-closed", details: { invoiceId: answers[0]?.invoiceId } });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 7_00 });
});

describe("refused, with the draft as it was:", () => {
  test.each<[string, Partial<Draft>, string, string | null]>([
    ["nobody is billed", { customerId: null }, "draft-unfinished", "customer"],
    [
      "a line isn't right",
      { lines: [item("1", "1"), item("0", "1")] },
      "draft-unfinished",
      "lines.1.quantity",
    ],
    ["it is due before it is issued", { terms: "", dueOn: day("2026-06-14") }, "draft-unfinished", "dueOn"],
    ["its day is to come", { issuedOn: day("2026-07-01") }, "draft-unfinished", "issuedOn"],
    ["its day is before the books", { issuedOn: day("2025-12-31") }, "before-start", "issuedOn"],
    ["its number is taken", { number: "A-1" }, "number-taken", "number"],
    ["its account isn't one of sales", { chartCode: "1200" }, "not-found", "lines.0.chartCode"],
    [
      "the month that was chosen is closed",
      { issuedOn: day("2026-02-10"), period: day("2026-02-01") },
      "period-out-of-reach",
      "period",
    ],
  ])("%s", async (_why, more, code, field) => {
    await business.account(greenleaf).invoice("5.00", "2026-03-01", { number: "A-1" }).write();
    await business.change(({ tx }) =>
      tx.execute(sql`update books.periods set status = 'closed' where month = '2026-02-01'`),
    );
    await expect(issue(more)).rejects.toMatchObject({ code, field });
    expect(await drafts()).toEqual([{ state: "open", invoice_id: null }]);
    expect((await issue()).number).toBe("INV-00001");
  });

  test("a colleague changed it meanwhile", async () => {
    const draft = inputOf(DraftInput, draftOf({ customerId: greenleaf.customerId, lines: [item("1", "7")] }));
    const { draftId, version } = await business.change((books) => startDraft(books, draft));
    await business.change((books) =>
      saveDraft(books, { draftId, version, draft: { ...draft, poNumber: "PO" } }),
    );
    await expect(
      business.change((books) => issueDraft(books, { draftId, version, seen: { taxes: [] } }, MAY)),
    ).rejects.toMatchObject({ code: "changed-meanwhile", details: { now: { poNumber: "PO" } } });
  });

  test("the tax is another than was seen: it is said first, and issued with the new one when it was", async () => {
    await taxed(business, "8.25");
    const draft = inputOf(
      DraftInput,
      draftOf({ customerId: greenleaf.customerId, lines: [item("1", "100")] }),
    );
    const { draftId, version } = await business.change((books) => startDraft(books, draft));
    const readNow = () => business.read((books) => readTaxes(books, draft));
    const seen = await readNow();
    await taxed(business, "8.5");
    const now = await readNow();
    expect(now).toMatchObject([{ name: "Sales tax", rate: "8.5" }]);
    const issueSeen = (taxes: typeof seen) =>
      business.change((books) => issueDraft(books, { draftId, version, seen: { taxes } }, MAY));
    await expect(issueSeen(seen)).rejects.toMatchObject({ code: "tax-changed", details: { taxes: now } });
    expect((await issueSeen(now)).totalCents).toBe(108_50);
  });
});

test("dated in a closed month it goes into the next open one, or the one that was chosen", async () => {
  await business.change(({ tx }) =>
    tx.execute(sql`update books.periods set status = 'closed' where month = '2026-02-01'`),
  );
  const dated = { issuedOn: day("2026-02-10") };
  expect(await issue(dated)).toMatchObject({ period: "2026-03-01", dueOn: "2026-03-12" });
  expect(await issue({ ...dated, period: day("2026-05-01") })).toMatchObject({ period: "2026-05-01" });
});

test("a customer merged since is billed as the one that stays", async () => {
  const twin = await business.customer("Green Leaf").write();
  const draft = inputOf(DraftInput, draftOf({ customerId: twin.customerId, lines: [item("1", "7")] }));
  const { draftId, version } = await business.change((books) => startDraft(books, draft));
  await mergeInto(business, [twin, greenleaf], { on: "2026-06-20" });
  await business.change((books) => issueDraft(books, { draftId, version, seen: { taxes: [] } }, MAY));
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 7_00 });
});

test("who has an account in another currency alone is billed in that one, to its own digits", async () => {
  const [aoki] = await business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      with c as (insert into books.customers (number, name) values ('Y-1', 'Aoki') returning id)
      insert into books.accounts (customer_id, currency) select id, 'JPY' from c returning customer_id as id`),
  );
  const got = await issue({ customerId: aoki?.id ?? "", lines: [item("3", "33.5")] });
  expect(await invoice(got.invoiceId)).toMatchObject({ currency: "JPY", totalCents: 101 });
});

test("held back in full it is no debt, and nothing of it is open", async () => {
  await issue({ retainage: "100%" });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, retained: 100_00 });
});

test("a thousand lines foot", async () => {
  await taxed(business, "7.125");
  const lines = Array.from({ length: 1000 }, (_, n) => item("1.2345", `${n % 97}.${(n % 90) + 10}`));
  const got = await issue({ lines, retainage: "5%" });
  const { subtotalCents, taxCents, retainageCents, totalCents } = await invoice(got.invoiceId);
  expect(totalCents).toBe(subtotalCents + taxCents - retainageCents);
});

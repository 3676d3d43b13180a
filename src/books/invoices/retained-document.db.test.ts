// A retained invoice as a whole document: one for each job that it is of, and with lines of its own beside what was held back.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { day } from "@/domain/values/day.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { readJob } from "../jobs/job-page.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, figuresOf } from "../testing/desk.ts";
import { item } from "../testing/drafts.ts";
import { retaining } from "../testing/retaining.ts";
import { taxed } from "../testing/taxed.ts";
import { duplicateInvoice } from "./copy-invoice.ts";
import { readDraft } from "./drafts.ts";
import { readInvoice } from "./invoice-page.ts";
import { readTaxes } from "./invoice-taxes.ts";
import { readInvoicePaper } from "./read-invoice-paper.ts";
import { billRetainage } from "./retainage.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let alder: Account;
let held: ReturnType<typeof retaining>;

beforeEach(async () => {
  business = await freshBusiness();
  alder = await business.customer("Alder Homes").write();
  held = retaining(business, alder);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const own = (lines: NonNullable<NewRelease["own"]>["lines"], taxes: TaxRate[] = []) => ({
  lines,
  chartCode: "",
  locale: "en-US",
  seen: { taxes },
});

test("what is of several jobs becomes an invoice for each, and every job's figures tie", async () => {
  const [oak, elm] = [await held.jobOf("J-1"), await held.jobOf("J-2")];
  const [one, two] = [await held.bill(oak, [[100_00, 10_00]]), await held.bill(elm, [[100_00, 20_00]])];
  const none = await held.bill(undefined, [[100_00, 30_00]]);
  const [first, second, third] = [one, two, none].map((invoice) => invoice.invoiceId);
  const said = held.releaseOf([
    [second ?? "", 1, 4_00],
    [third ?? "", 1, 5_00],
    [first ?? "", 1, 3_00],
  ]);
  const before = await figuresOf(business, alder);
  for (const wrong of [{ number: "R-1" }, { own: own([item("1", "5")]) }])
    await expect(
      business.change((books) => billRetainage(books, { ...said, ...wrong })),
    ).rejects.toMatchObject({
      code: "several-jobs",
    });
  expect(await figuresOf(business, alder)).toEqual(before);
  const { invoices } = await business.change((books) => billRetainage(books, said));
  expect(invoices.map(({ totalCents }) => totalCents)).toEqual([3_00, 4_00, 5_00]);
  const pages = await Promise.all(
    invoices.map(({ invoiceId }) => business.read((books) => readInvoice(books, invoiceId))),
  );
  expect(pages.map((page) => page.job?.jobId ?? null)).toEqual([oak, elm, null]);
  for (const [jobId, released, held] of [
    [oak, 3_00, 7_00],
    [elm, 4_00, 16_00],
  ] as const)
    expect(await business.read((books) => readJob(books, jobId))).toMatchObject({
      billedCents: 100_00,
      openCents: 100_00 - (released + held) + released,
      heldCents: held,
    });
});

test("lines of its own are billed beside: revenue by account and tax by agency, and none of it is held or released", async () => {
  await taxed(business, "10");
  const oak = await held.jobOf("J-1");
  const { invoiceId } = await held.bill(oak, [[1000_00, 100_00]]);
  const lines = [item("2", "20", { description: "Cleaning" }), item("1", "9.99", { taxable: false })];
  const { taxes } = await business.read(async (books) => ({
    taxes: await readTaxes(books, { customerId: alder.customerId, issuedOn: day("2026-05-01") }),
  }));
  const input = { terms: "net-10", own: own(lines, taxes) };
  await expect(held.release([[invoiceId, 1, 60_00]], { ...input, own: own(lines) })).rejects.toMatchObject({
    code: "tax-changed",
  });
  const wrong = own([item("2", "20"), item("1", "x")], taxes);
  await expect(held.release([[invoiceId, 1, 60_00]], { ...input, own: wrong })).rejects.toMatchObject({
    code: "draft-unfinished",
    field: "lines.1.unitPrice",
  });
  const billed = await held.release([[invoiceId, 1, 60_00]], input);
  expect(billed.totalCents).toBe(60_00 + 40_00 + 9_99 + 4_00);
  expect(await business.read((books) => readInvoice(books, billed.invoiceId))).toMatchObject({
    subtotalCents: 109_99,
    taxCents: 4_00,
    retainageCents: 0,
    dueOn: "2026-05-11",
    terms: "net-10",
    lines: [
      { totalCents: 60_00, taxCents: 0 },
      { description: "Cleaning", quantity: "2", unitPrice: "20", totalCents: 40_00, taxCents: 4_00 },
      { totalCents: 9_99, taxCents: 0 },
    ],
  });
  expect(await business.read((books) => readJob(books, oak))).toMatchObject({
    billedCents: 1000_00 + 49_99,
    taxCents: 4_00,
    openCents: 900_00 + 113_99,
    heldCents: 40_00,
  });
  const letterhead = { name: "Test Supply", locale: "en-US", country: "US" };
  const paperOf = (id: string) => business.read((books) => readInvoicePaper(books, id, letterhead));
  const paper = { releasedCents: 60_00, heldCents: 40_00 };
  expect((await paperOf(billed.invoiceId)).retained).toEqual(paper);
  expect((await paperOf(invoiceId)).retained).toBeNull();
  const rest = await held.release([[invoiceId, 1, 40_00]]);
  expect((await paperOf(rest.invoiceId)).retained).toEqual({ releasedCents: 40_00, heldCents: 0 });
  expect((await paperOf(billed.invoiceId)).retained).toEqual(paper);
  await desk(business, alder).reverse(rest.eventId, "2026-05-01");
  const copied = { invoiceId: billed.invoiceId, locale: "en-US" };
  const { draftId } = await business.change((books) => duplicateInvoice(books, copied));
  expect((await business.read((books) => readDraft(books, draftId))).draft.lines).toMatchObject([
    { description: "Cleaning", quantity: "2" },
    { description: "Wall" },
  ]);
  // A part payment is shared over all that it bills; of the original is what falls on its line.
  await desk(business, alder).pay(113_99, "2026-05-02", [[billed.eventId, 113_99]]);
  expect(await held.trace(billed.invoiceId)).toMatchObject([{ amountCents: 60_00, paidCents: 60_00 }]);
  await desk(business, alder).reverse(billed.eventId, "2026-05-03");
  expect((await held.heldOf()).lines).toMatchObject([{ heldCents: 100_00 }]);
});

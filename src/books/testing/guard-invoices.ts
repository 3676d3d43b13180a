// The invoices by hand of the scene in which guards are tried: one of each kind of line, one that corrects another and whose
// release waits, one that is credited in part, and a draft that is open.
import { present } from "@/domain/assert.ts";
import { blankLine } from "@/domain/invoices/draft.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoiceCredit } from "@/domain/invoices/credit-memo-input.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { NewSchedule } from "@/domain/invoices/recurring-input.ts";
import { NewProduct } from "@/domain/products/product.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { attachFile } from "../business/attachments.ts";
import { readTaxes as readBusinessTaxes } from "../business/read-taxes.ts";
import { addRate } from "../business/taxes.ts";
import { correctInvoice } from "../invoices/copy-invoice.ts";
import { makeScheduled, startSchedule } from "../invoices/recurring.ts";
import { creditInvoice } from "../invoices/credit-invoice.ts";
import { startDraft } from "../invoices/drafts.ts";
import { readTaxes } from "../invoices/invoice-taxes.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { createJob } from "../jobs/jobs.ts";
import { issueDraft } from "../invoices/issue-draft.ts";
import { meetCondition, setReleaseConditions } from "../invoices/release-conditions.ts";
import { createProduct } from "../products/products.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";
import { MAY, draftOf, issued, item } from "./drafts.ts";
import { taxed } from "./taxed.ts";

export async function invoiceScene(business: Ledger, { customerId, accountId }: Account) {
  await taxed(business, "10");
  const { productId } = await business.change((books) =>
    createProduct(
      books,
      inputOf(NewProduct, { name: "Patio stone", price: "5", sku: "S-0", barcode: "0002" }),
    ),
  );
  const wall = inputOf(NewJob, { customerId, number: "J-0", name: "Wall" });
  const { jobId } = await business.change((books) => createJob(books, wall, { members: [], mayLimit: true }));
  const lines = [
    { ...blankLine("text"), description: "Phase 1" },
    item("2", "5", { productId }),
    blankLine("subtotal"),
  ];
  const whole = { customerId, jobId, retainage: "10%", lines };
  const first = await issued(business, whole);
  const copied = { invoiceId: first.invoiceId, locale: "en-US" };
  const drawn = await business.change((books) => correctInvoice(books, copied));
  const second = await business.change(async (books) =>
    issueDraft(
      books,
      { ...drawn, seen: { taxes: await readTaxes(books, { customerId, issuedOn: null }) } },
      MAY,
    ),
  );
  const { draftId } = await business.change((books) =>
    startDraft(books, inputOf(DraftInput, draftOf(whole))),
  );
  const content = new TextEncoder().encode("%PDF-1.7");
  const file = { kind: "draft", id: draftId, name: "plan.pdf", content } as const;
  await business.change((books) => attachFile(books, file));
  const monthly = { every: "month", day: 31, endsOn: null, count: 12, as: "draft" } as const;
  const { scheduleId, nextOn } = await business.change((books) =>
    startSchedule(
      books,
      inputOf(NewSchedule, { like: { kind: "draft", id: draftId }, ...monthly, startsOn: books.today }),
      "en-US",
    ),
  );
  await business.change((books) => makeScheduled(books, { scheduleId, on: nextOn }));
  const third = await issued(business, whole);
  const memo = await creditOne(business, third.invoiceId);
  const taxRateId = await ownRate(business);
  const mixed = await issued(business, { ...whole, lines: [...lines, item("1", "1", { taxRateId })] });
  await creditOne(business, mixed.invoiceId);
  await taxed(business, null);
  await awaitRelease(business, second.invoiceId);
  return {
    written: second.invoiceId,
    billed: accountId,
    voidedInvoice: first.invoiceId,
    creditedInvoice: third.invoiceId,
    credited: third.eventId,
    creditedBy: memo.eventId,
  };
}

async function awaitRelease(business: Ledger, invoiceId: string): Promise<void> {
  const lines = [{ invoiceId, invoiceLine: 2 }];
  const condition = { kind: "completion", words: "" } as const;
  const conditions = [condition, { kind: "other", words: "Keys handed over" } as const];
  const [expectedOn, metOn] = [day("2026-12-01"), day("2026-06-16")];
  await business.change((books) => setReleaseConditions(books, { lines, conditions, expectedOn }));
  await business.change((books) => meetCondition(books, { lines, condition, metOn }));
}

/** One of the two stones on line 2: 5.00 and its tax, less what was held back of it. */
const creditOne = (business: Ledger, invoiceId: string) =>
  business.change((books) =>
    creditInvoice(
      books,
      inputOf(NewInvoiceCredit, {
        invoiceId,
        issuedOn: day("2026-06-16"),
        choice: { by: "lines", lines: [{ line: 2, quantity: "1" }] },
        seenTotalCents: cents(5_00),
      }),
    ),
  );

/** As much as every sale's, under another name. */
async function ownRate(business: Ledger): Promise<string> {
  const { agencies } = await business.read(readBusinessTaxes);
  const { agencyId } = present(agencies[0], "a business has an agency");
  const rate = { name: "Own rate", agencyId, percent: "10" };
  return (await business.change((books) => addRate(books, rate))).rateId;
}

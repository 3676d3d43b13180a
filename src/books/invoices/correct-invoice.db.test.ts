// An invoice corrected: voided and issued anew in one act, and only once.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import { inputOf } from "@/domain/input-of.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { createJob } from "../jobs/jobs.ts";
import { correctInvoice } from "./copy-invoice.ts";
import { readDraft, saveDraft } from "./drafts.ts";
import { readInvoice } from "./invoice-page.ts";
import { issueDraft } from "./issue-draft.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { MAY, draftOf, issued, item } from "../testing/drafts.ts";
import { desk, figuresOf } from "../testing/desk.ts";

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

const issue = (more: Partial<Draft> = {}) =>
  issued(business, { customerId: greenleaf.customerId, lines: [item("2", "50")], ...more });
const invoice = (invoiceId: string) => business.read((books) => readInvoice(books, invoiceId));

test("correcting one voids it and issues another at once, each naming the other", async () => {
  const first = await issue({ poNumber: "PO-1" });
  const at = desk(business, greenleaf);
  await at.pay(30_00, "2026-06-20", [[first.eventId, 30_00]]);
  const copied = { invoiceId: first.invoiceId, locale: "en-US" };
  const { draftId, version } = await business.change((books) => correctInvoice(books, copied));
  const rival = await business.change((books) => correctInvoice(books, copied));
  const open = await business.read((books) => readDraft(books, draftId));
  expect(open).toMatchObject({
    corrects: { invoiceId: first.invoiceId, number: "INV-00001" },
    draft: { poNumber: "PO-1", issuedOn: "2026-06-15" },
  });
  expect(await invoice(first.invoiceId)).toMatchObject({ state: "part-paid", correctedBy: null });
  await expect(
    business.change((books) =>
      issueDraft(books, { draftId, version, seen: { taxes: [] } }, { mayReverse: false }),
    ),
  ).rejects.toMatchObject({ code: "not-allowed" });
  const second = await business.change((books) =>
    issueDraft(books, { draftId, version, seen: { taxes: [] } }, MAY),
  );
  expect(second).toMatchObject({ number: "INV-00002", corrected: "INV-00001" });
  expect(await invoice(first.invoiceId)).toMatchObject({
    state: "voided",
    correctedBy: { invoiceId: second.invoiceId, number: "INV-00002" },
    isCorrectable: false,
  });
  expect(await invoice(second.invoiceId)).toMatchObject({ corrects: { number: "INV-00001" } });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 100_00, credit: 30_00 });
  await expect(
    business.change((books) => issueDraft(books, { ...rival, seen: { taxes: [] } }, MAY)),
  ).rejects.toMatchObject({ code: "corrected-before" });
  await expect(business.change((books) => correctInvoice(books, copied))).rejects.toMatchObject({
    code: "corrected-before",
  });
});

test("a copy holds back the same share, and of the lines that held nothing nothing", async () => {
  const lines = [item("2", "50"), item("1", "7", { retainage: "0" })];
  const { invoiceId } = await issue({ lines, retainage: "12.5%" });
  const { draftId } = await business.change((books) => correctInvoice(books, { invoiceId, locale: "de-DE" }));
  const { draft } = await business.read((books) => readDraft(books, draftId));
  expect(draft.retainage).toBe("12,5%");
  expect(draft.lines.map((line) => line.retainage)).toEqual(["", "0"]);
});

test("a closed job takes what is issued instead of an invoice of its own, and nothing else", async () => {
  const wall = (number: string) =>
    inputOf(NewJob, { customerId: greenleaf.customerId, number, name: "Wall" });
  const office = { members: [], mayLimit: true };
  const { jobId } = await business.change((books) => createJob(books, wall("J-1"), office));
  const other = await business.change((books) => createJob(books, wall("J-2"), office));
  const first = await issue({ jobId });
  const copied = { invoiceId: first.invoiceId, locale: "en-US" };
  const { draftId, version } = await business.change((books) => correctInvoice(books, copied));
  const rival = await business.change((books) => correctInvoice(books, copied));
  const { draft } = await business.read((books) => readDraft(books, rival.draftId));
  const moved = await business.change((books) =>
    saveDraft(books, { ...rival, draft: inputOf(DraftInput, draftOf({ ...draft, jobId: other.jobId })) }),
  );
  await business.change(({ tx }) => tx.execute(sql`update books.jobs set status = 'closed'`));
  await expect(issue({ jobId })).rejects.toMatchObject({ code: "job-closed" });
  const seen = { taxes: [] };
  await expect(
    business.change((books) =>
      issueDraft(books, { draftId: rival.draftId, version: moved.version, seen }, MAY),
    ),
  ).rejects.toMatchObject({ code: "job-closed" });
  const second = await business.change((books) => issueDraft(books, { draftId, version, seen }, MAY));
  expect(await invoice(second.invoiceId)).toMatchObject({
    job: { jobId },
    corrects: { number: "INV-00001" },
  });
});

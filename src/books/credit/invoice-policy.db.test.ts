// What an invoice on terms meets above a limit or on hold, by the business's policy: it is said, let past by an override that
// is used up, or not issued.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inputOf } from "@/domain/input-of.ts";
import type { InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { NewSchedule } from "@/domain/invoices/recurring-input.ts";
import { day } from "@/domain/values/day.ts";
import { createJob } from "../jobs/jobs.ts";
import { correctInvoice } from "../invoices/copy-invoice.ts";
import { saveDraft, startDraft } from "../invoices/drafts.ts";
import { issueDraft } from "../invoices/issue-draft.ts";
import { makeScheduled, readDueSchedules, startSchedule } from "../invoices/recurring.ts";
import { figuresOf } from "../testing/desk.ts";
import { ON, creditScene } from "../testing/credit-scene.ts";
import { approveAs, askAs } from "../testing/overrides.ts";
import { draftOf, issued, item, MAY } from "../testing/drafts.ts";

const { the, hold, decide } = creditScene();
const meets = (invoices: InvoicePolicy) => hold({ after: 60, invoices });
const bill = (amount: string) =>
  issued(the.business, { customerId: the.greenleaf.customerId, lines: [item("1", amount)] });

test("said only, it is issued all the same", async () => {
  await meets("warn");
  await bill("500");
  await bill("0.01");
  await the.at.invoice(1_00, "2026-04-01", { dueOn: "2026-05-01" });
  await bill("1");
  expect(await figuresOf(the.business, the.greenleaf)).toMatchObject({ items: 502_01 });
});

test.each([
  ["ask", "invoice-needs-override"],
  ["block", "invoice-blocked"],
] as const)("%s: refused above the limit and on hold, to the cent", async (policy, code) => {
  await meets(policy);
  await bill("500");
  await expect(bill("0.01")).rejects.toMatchObject({ code, details: { against: { kind: "amount" } } });
  await the.at.pay(500_00, ON, "oldest-first");
  await the.at.invoice(1_00, "2026-04-01", { dueOn: "2026-05-01" });
  await expect(bill("1")).rejects.toMatchObject({
    code,
    details: { against: { because: "held-for-age" } },
  });
});

test.each([
  ["ask", "invoice-needs-override"],
  ["block", "invoice-blocked"],
] as const)(
  "%s: one that comes again isn't made above the limit, is due still, and made once there is room",
  async (policy, code) => {
    const { invoiceId } = await the.at.invoice(400_00, "2026-06-01");
    const scheduleId = await comesAgain(invoiceId);
    await meets(policy);
    const due = { scheduleId, on: day(ON) };
    const make = () => the.business.change((books) => makeScheduled(books, due));
    await expect(make()).rejects.toMatchObject({ code, details: { against: { kind: "amount" } } });
    expect(await figuresOf(the.business, the.greenleaf)).toMatchObject({ items: 400_00 });
    expect(await the.business.read(readDueSchedules)).toEqual([due]);
    await the.at.pay(400_00, ON, "oldest-first");
    expect(await make()).toMatchObject({ on: ON, number: expect.stringMatching(/^INV-/) });
  },
);

test("warn: one that comes again is made all the same", async () => {
  const { invoiceId } = await the.at.invoice(400_00, "2026-06-01");
  const scheduleId = await comesAgain(invoiceId);
  await meets("warn");
  await the.business.change((books) => makeScheduled(books, { scheduleId, on: day(ON) }));
  expect(await figuresOf(the.business, the.greenleaf)).toMatchObject({ items: 800_00 });
});

/** Like that invoice, issued by itself each month from today on. */
async function comesAgain(invoiceId: string): Promise<string> {
  const schedule = inputOf(NewSchedule, {
    like: { kind: "invoice", id: invoiceId },
    every: "month",
    day: 31,
    startsOn: day(ON),
    endsOn: null,
    count: null,
    as: "issued",
  });
  const { scheduleId } = await the.business.change((books) => startSchedule(books, schedule, "en-US"));
  return scheduleId;
}

test.each([
  ["ask", "invoice-needs-override"],
  ["block", "invoice-blocked"],
] as const)(
  "%s: a corrected one has the room of the one it replaces, and no cent more",
  async (policy, code) => {
    await meets(policy);
    const { invoiceId } = await bill("500");
    const correct = async (amount: string) => {
      const asked = { invoiceId, locale: "en-US" };
      const { draftId, version } = await the.business.change((books) => correctInvoice(books, asked));
      const draft = inputOf(
        DraftInput,
        draftOf({ customerId: the.greenleaf.customerId, lines: [item("1", amount)] }),
      );
      const saved = await the.business.change((books) => saveDraft(books, { draftId, version, draft }));
      return the.business.change((books) =>
        issueDraft(books, { draftId, version: saved.version, seen: { taxes: [] } }, MAY),
      );
    };
    await expect(correct("500.01")).rejects.toMatchObject({ code });
    // The one that was to be corrected stands as it was.
    expect(await figuresOf(the.business, the.greenleaf)).toMatchObject({ items: 500_00 });
    await correct("500");
    expect(await figuresOf(the.business, the.greenleaf)).toMatchObject({ items: 500_00 });
  },
);

test("who was never given a limit is invoiced freely; on hold, they aren't", async () => {
  await meets("block");
  await decide({ limit: { kind: "none" }, chargingAllowed: false });
  await bill("99999");
  await decide({ status: "hold" });
  await expect(bill("1")).rejects.toMatchObject({
    code: "invoice-blocked",
    details: { against: { because: "hold", about: { reason: "Check came back" } } },
  });
});

/** A draft of so much, issued with this override. */
async function issueWith(overrideId: string, amount: string, jobId: string | null = null) {
  const lines = [item("1", amount)];
  const draft = inputOf(DraftInput, draftOf({ customerId: the.greenleaf.customerId, jobId, lines }));
  const { draftId, version } = await the.business.change((books) => startDraft(books, draft));
  return the.business.change((books) =>
    issueDraft(books, { draftId, version, seen: { taxes: [] }, overrideId }, MAY),
  );
}

test("an override that was asked for an invoice is of that account, job, amount and cause, and used once", async () => {
  await meets("ask");
  await bill("500");
  const job = inputOf(NewJob, { customerId: the.greenleaf.customerId, name: "Patio" });
  const { jobId } = await the.business.change((books) =>
    createJob(books, job, { members: [], mayLimit: true }),
  );
  const asked = async (more: Parameters<typeof askAs>[2]) => {
    const { overrideId } = await askAs(the.business, the.greenleaf, more);
    await approveAs(the.business, overrideId);
    return overrideId;
  };
  const ofCharge = await asked({ amount: 50_00 });
  await expect(issueWith(ofCharge, "50")).rejects.toMatchObject({ code: "not-found" });
  const plain = await asked({ what: "invoice", amount: 50_00 });
  await expect(issueWith(plain, "50", jobId)).rejects.toMatchObject({ code: "override-of-another" });
  await expect(issueWith(plain, "50.01")).rejects.toMatchObject({ code: "over-limit" });
  const onJob = await asked({ what: "invoice", amount: 50_00, jobId });
  await expect(issueWith(onJob, "50")).rejects.toMatchObject({ code: "override-of-another" });
  await issueWith(onJob, "50", jobId);
  await expect(issueWith(onJob, "50", jobId)).rejects.toMatchObject({ code: "over-limit" });
  await decide({ status: "hold" });
  await expect(issueWith(plain, "50")).rejects.toMatchObject({ code: "override-of-another" });
  await decide({ status: "good" });
  await issueWith(plain, "50");
});

test("an approved override lets it pass once, and only where it is needed is it used up", async () => {
  await meets("ask");
  const overrideId = await approve(600_00);
  const issue = (amount: string) => issueWith(overrideId, amount);
  await issue("500");
  await expect(issue("600.01")).rejects.toMatchObject({ code: "over-limit" });
  await issue("600");
  await expect(issue("1")).rejects.toMatchObject({ code: "over-limit" });
});

async function approve(amount: number): Promise<string> {
  const [row] = await the.business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
      values (${the.greenleaf.accountId}::uuid, ${amount}, 'spring', 'Ann', 'Bob', clock_timestamp() + interval '1 hour')
      returning id`),
  );
  return row?.id ?? "";
}

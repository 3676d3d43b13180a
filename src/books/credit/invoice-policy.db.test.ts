// What an invoice on terms meets above a limit or on hold, by the business's policy: it is said, let past by an override that
// is used up, or not issued.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import type { InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { changeHolds, readSettings } from "../business/settings.ts";
import { createJob } from "../jobs/jobs.ts";
import { startDraft } from "../invoices/drafts.ts";
import { issueDraft } from "../invoices/issue-draft.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { approveAs, askAs } from "../testing/overrides.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";
import { draftOf, issued, item, MAY } from "../testing/drafts.ts";
import { readCreditAccount } from "./credit-account.ts";
import { changeCredit } from "./credit-changes.ts";

const ON = "2026-06-30";
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;

beforeEach(async () => {
  business = await freshBusiness({ today: day(ON) });
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

async function meets(invoicePolicy: InvoicePolicy): Promise<void> {
  const { version } = await business.read(readSettings);
  const policy = { version, holdAfterDays: 60, holdOverCents: null, approveAboveCents: null, invoicePolicy };
  await business.change((books) => changeHolds(books, policy, { mayLoosen: true }));
}
async function decide(more: object): Promise<void> {
  const { decided } = await business.read((books) => readCreditAccount(books, greenleaf.customerId));
  const change = { accountId: greenleaf.accountId, terms: { ...decided, ...more }, seen: decided };
  await business.change((books) => changeCredit(books, { ...change, reason: "Check came back" }));
}
const bill = (amount: string) =>
  issued(business, { customerId: greenleaf.customerId, lines: [item("1", amount)] });

test("said only, it is issued all the same", async () => {
  await meets("warn");
  await bill("500");
  await bill("0.01");
  await at.invoice(1_00, "2026-04-01", { dueOn: "2026-05-01" });
  await bill("1");
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 502_01 });
});

test.each([
  ["ask", "invoice-needs-override"],
  ["block", "invoice-blocked"],
] as const)("%s: refused above the limit and on hold, to the cent", async (policy, code) => {
  await meets(policy);
  await bill("500");
  await expect(bill("0.01")).rejects.toMatchObject({ code, details: { against: { kind: "amount" } } });
  await at.pay(500_00, ON, "oldest-first");
  await at.invoice(1_00, "2026-04-01", { dueOn: "2026-05-01" });
  await expect(bill("1")).rejects.toMatchObject({
    code,
    details: { against: { because: "held-for-age" } },
  });
});

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
  const draft = inputOf(DraftInput, draftOf({ customerId: greenleaf.customerId, jobId, lines }));
  const { draftId, version } = await business.change((books) => startDraft(books, draft));
  return business.change((books) =>
    issueDraft(books, { draftId, version, seen: { taxes: [] }, overrideId }, MAY),
  );
}

test("an override that was asked for an invoice is of that account, job, amount and cause, and used once", async () => {
  await meets("ask");
  await bill("500");
  const job = inputOf(NewJob, { customerId: greenleaf.customerId, name: "Patio" });
  const { jobId } = await business.change((books) => createJob(books, job, { members: [], mayLimit: true }));
  const asked = async (more: Parameters<typeof askAs>[2]) => {
    const { overrideId } = await askAs(business, greenleaf, more);
    await approveAs(business, overrideId);
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
  const [row] = await business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
      values (${greenleaf.accountId}::uuid, ${amount}, 'spring', 'Ann', 'Bob', clock_timestamp() + interval '1 hour')
      returning id`),
  );
  return row?.id ?? "";
}

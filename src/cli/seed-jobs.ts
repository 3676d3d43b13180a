// Tells a contractor's jobs in a few words, each step a command of its own through the verbs that people use.
import { createJob, editJob, type Colleague } from "@/books/jobs/jobs.ts";
import { correctInvoice } from "@/books/invoices/copy-invoice.ts";
import { disputeInvoice } from "@/books/invoices/disputes.ts";
import { readDraft, saveDraft, startDraft, type StartedDraft } from "@/books/invoices/drafts.ts";
import { readHeldAccount } from "@/books/invoices/held-retainage.ts";
import { readTaxes } from "@/books/invoices/invoice-taxes.ts";
import { issueDraft } from "@/books/invoices/issue-draft.ts";
import { meetCondition, setReleaseConditions } from "@/books/invoices/release-conditions.ts";
import { releaseRetainage } from "@/books/invoices/retainage.ts";
import type { Books } from "@/books/open.ts";
import type { Account, Ledger } from "@/books/story/ledger-dsl.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { blankDraft, blankLine } from "@/domain/invoices/draft.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { releasedAt } from "@/domain/invoices/retained.ts";
import { JobEdit, NewJob } from "@/domain/jobs/job-input.ts";
import type { Day } from "@/domain/values/day.ts";
import { RATE_DIGITS, parseDecimal } from "@/domain/values/decimal.ts";
import { PLAIN_LOCALE } from "@/domain/values/written-number.ts";

export type Billed = { invoiceId: string; number: string };
type Lines = readonly (readonly [what: string, quantity: string, price: string])[];
type Condition = "completion" | "waiver" | "close-out";
type JobFacts = Omit<Parameters<typeof inputOf<typeof NewJob>>[1], "customerId" | "managerId">;

export type ToldJob = {
  bill(on: Day, lines: Lines): Promise<Billed>;
  /** A draft that waits. */
  start(on: Day, lines: Lines): Promise<StartedDraft>;
  pay(invoice: Billed, amount: string, on: Day): Promise<Account>;
  /** So many percent of all that was withheld, as one retained invoice. */
  release(percent: string, on: Day, note: string): Promise<Billed>;
  /** What of it is held back waits for these; the first of them was met on `metOn`. */
  awaits(conditions: readonly Condition[], expectedOn: Day, metOn?: Day): Promise<unknown>;
  become(status: "complete" | "closed"): Promise<{ version: number }>;
};

export type Contractor = {
  job(account: Account, facts: JobFacts): Promise<ToldJob>;
  /** Voids an invoice and issues it with another quantity in its first line, in one act. */
  reissue(invoice: Billed, quantity: string): Promise<Billed>;
  dispute(invoice: Billed, note: string): Promise<{ disputed: boolean }>;
};

/** `manager` runs every job. */
export function contractorOf(books: Ledger, manager: Colleague): Contractor {
  const issue = ({ draftId, version }: StartedDraft) =>
    books.change(async (open) => {
      const { draft } = await readDraft(open, draftId);
      const seen = { taxes: await readTaxes(open, draft) };
      return issueDraft(open, { draftId, version, seen }, { mayReverse: true });
    });
  return {
    async job(account, facts) {
      const given = inputOf(NewJob, { ...facts, customerId: account.customerId, managerId: manager.userId });
      const office = { members: [manager], mayLimit: true };
      const { jobId } = await books.change((open) => createJob(open, given, office));
      const start: ToldJob["start"] = (on, lines) => {
        const of = { customerId: account.customerId, jobId, retainage: `${facts.retainageWork ?? "0"}%` };
        const draft = {
          ...blankDraft(on, PLAIN_LOCALE),
          ...of,
          taxes: [],
          lines: lines.map(([description, quantity, unitPrice]) => ({
            ...blankLine("item"),
            description,
            quantity,
            unitPrice,
            taxable: false,
          })),
        };
        return books.change((open) => startDraft(open, inputOf(DraftInput, draft)));
      };
      const heldOn = async (open: Books) => {
        const held = await readHeldAccount(open, { customer: account.customerId }, { managerId: null });
        return held.lines.filter((line) => line.job?.jobId === jobId);
      };
      return {
        start,
        bill: async (on, lines) => issue(await start(on, lines)),
        pay: ({ number }, amount, on) =>
          books
            .account(account)
            .paid(amount, on, { method: "direct-deposit", to: { [number]: amount } })
            .write(),
        awaits: (conditions, expectedOn, metOn) =>
          books.change(async (open) => {
            const lines = (await heldOn(open)).map(({ invoiceId, invoiceLine }) => ({
              invoiceId,
              invoiceLine,
            }));
            const said = conditions.map((kind) => ({ kind, words: "" as const }));
            await setReleaseConditions(open, { lines, conditions: said, expectedOn });
            const [condition] = said;
            return condition && metOn ? meetCondition(open, { lines, condition, metOn }) : null;
          }),
        become: (status) => {
          const { customerId: _whose, ...facts } = given;
          const edit = inputOf(JobEdit, { ...facts, jobId, version: 1, status });
          return books.change((open) => editJob(open, edit, office));
        },
        release: (percent, on, note) =>
          books.change(async (open) => {
            const share = present(parseDecimal(percent, RATE_DIGITS), `${percent} is a share`);
            const released = (await heldOn(open))
              .map((line) => ({ ...line, amountCents: releasedAt(share, line) }))
              .map(({ invoiceId, invoiceLine, amountCents }) => ({ invoiceId, invoiceLine, amountCents }));
            const { accountId } = account;
            const given = { accountId, releasedOn: on, notesToCustomer: note, released };
            return releaseRetainage(open, inputOf(NewRelease, given));
          }),
      };
    },
    dispute: ({ invoiceId }, note) =>
      books.change((open) => disputeInvoice(open, { invoiceId, disputed: true, note })),
    async reissue({ invoiceId }, quantity) {
      const started = await books.change((open) => correctInvoice(open, { invoiceId, locale: PLAIN_LOCALE }));
      const { draft } = await books.read((open) => readDraft(open, started.draftId));
      const lines = draft.lines.map((line, at) => (at === 0 ? { ...line, quantity } : line));
      const changed = inputOf(DraftInput, { ...draft, lines, taxes: [...draft.taxes] });
      const { version } = await books.change((open) => saveDraft(open, { ...started, draft: changed }));
      return issue({ ...started, version });
    },
  };
}

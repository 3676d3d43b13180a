// For tests of retainage: jobs that hold back, their invoices, and what bills it, in few words.
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readHeldAccount } from "../invoices/held-retainage.ts";
import { recordInvoice } from "../invoices/invoices.ts";
import { releaseRetainage } from "../invoices/retainage.ts";
import { readRetainedTrace } from "../invoices/retained-trace.ts";
import { createJob } from "../jobs/jobs.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";

export const ANN = { userId: "00000000-0000-4000-8000-0000000000a1", name: "Ann Lee" };

type Line = readonly [invoiceId: string, invoiceLine: number, amount: number];

export function retaining(business: Ledger, { accountId, customerId }: Account) {
  const releaseOf = (lines: readonly Line[]): NewRelease =>
    inputOf(NewRelease, {
      accountId,
      releasedOn: day("2026-05-01"),
      released: lines.map(([invoiceId, invoiceLine, amount]) => ({
        invoiceId,
        invoiceLine,
        amountCents: cents(amount),
      })),
    });
  return {
    async jobOf(number: string, managerId: string | null = null): Promise<string> {
      const job = inputOf(NewJob, { customerId, name: "Oak Street", number, managerId });
      const office = { members: [ANN], mayLimit: true };
      return (await business.change((books) => createJob(books, job, office))).jobId;
    },
    /** Each line with its total and what is held back of it. */
    bill: (jobId: string | undefined, lines: readonly [number, number][], on = "2026-03-01") =>
      business.change((books) =>
        recordInvoice(
          books,
          inputOf(NewInvoice, {
            accountId,
            issuedOn: day(on),
            ...(jobId && { jobId }),
            lines: lines.map(([total, held], line) => ({
              description: `Part ${line + 1}`,
              totalCents: cents(total),
              retainageCents: cents(held),
            })),
          }),
        ),
      ),
    releaseOf,
    release: (lines: readonly Line[], more: Partial<NewRelease> = {}) =>
      business.change((books) => releaseRetainage(books, { ...releaseOf(lines), ...more })),
    heldOf: () =>
      business.read((books) => readHeldAccount(books, { customer: customerId }, { managerId: null })),
    trace: (invoiceId: string) => business.read((books) => readRetainedTrace(books, invoiceId)),
  };
}

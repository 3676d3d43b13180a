// The till in the scene of the guards: one reservation on a job that still stands, and one that was captured.
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { NewCapture } from "@/domain/receipts/credit-decision.ts";
import { cents } from "@/domain/values/money.ts";
import { createJob } from "../jobs/jobs.ts";
import { captureReservation } from "../receipts/reservations.ts";
import type { Ledger } from "../story/ledger-dsl.ts";
import { reserve } from "./reserving.ts";

export async function tillScene(business: Ledger) {
  const till = await business
    .customer("Till", { limitCents: cents(500_00), addressLines: ["6 Elm St"] })
    .write();
  const job = inputOf(NewJob, { customerId: till.customerId, name: "Deck", limitCents: cents(100_00) });
  const { jobId } = await business.change((books) => createJob(books, job, { members: [], mayLimit: true }));
  const { decisionId: promised } = await reserve(business, till, 30_00, { jobId });
  const { decisionId } = await reserve(business, till, 5_00);
  await business.change((books) => captureReservation(books, inputOf(NewCapture, { decisionId })));
  return { till: till.accountId, promised };
}

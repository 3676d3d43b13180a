// The till in the scene of the guards: one reservation on a job that still stands, and one that was captured; and the
// program that hears of it.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { NewCapture } from "@/domain/receipts/credit-decision.ts";
import { cents } from "@/domain/values/money.ts";
import { noteTry } from "../business/webhook-deliveries.ts";
import { makeEndpoint } from "../business/webhooks.ts";
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
  await webhookScene(business);
  return { till: till.accountId, promised };
}

/** One event was sent to the one endpoint. */
const webhookScene = (business: Ledger) =>
  business.change(async (books) => {
    const endpointId = randomUUID();
    const secret = Buffer.from("sealed");
    await makeEndpoint(books, { endpointId, url: "https://shop.example", kinds: [], secret });
    const [event] = await books.tx.execute<{ n: number }>(sql`select min(number) as n from books.events`);
    const tried = { eventId: event?.n ?? 0, body: "{}", code: 200, fault: "", tookMs: 5 };
    await noteTry(books, endpointId, tried);
    return null;
  });

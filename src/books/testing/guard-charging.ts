// Who may charge, in the scene of the guards: rules of an account and of a job, two people, two orders, a
// signed charge on one, and one that a phone is asked to sign.
import { FREE_RULE } from "@/domain/credit/who-may-charge.ts";
import { plainPictures } from "@/domain/testing/pictures.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { cents } from "@/domain/values/money.ts";
import { attachFile } from "../business/attachments.ts";
import { addBuyer, addOrder, setRule } from "../credit/charging-rules.ts";
import { SignatureAsked } from "@/domain/receipts/signature-input.ts";
import { askSignature } from "../receipts/signatures.ts";
import { createJob } from "../jobs/jobs.ts";
import type { Ledger } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "./counter.ts";

export async function chargingScene(business: Ledger) {
  const yard = await business
    .customer("Yard", { limitCents: cents(500_00), addressLines: ["7 Elm St"] })
    .write();
  const { accountId, customerId } = yard;
  const job = inputOf(NewJob, { customerId, name: "Fence" });
  const { jobId } = await business.change((books) => createJob(books, job, { members: [], mayLimit: true }));
  const rule = { ...FREE_RULE, accountId, jobId: null, poRule: "preset" as const, presetPo: "P-1" };
  await business.change((books) => setRule(books, rule));
  await business.change((books) => setRule(books, { ...rule, jobId }));
  const person = { accountId, jobId: null, pin: null, mostCents: cents(50_00), until: null };
  const { buyerId } = await business.change((books) => addBuyer(books, { ...person, name: "Ann" }));
  const photo = { kind: "buyer", id: buyerId, name: "ann.png", content: plainPictures.png } as const;
  await business.change((books) => attachFile(books, photo));
  await business.change((books) => addBuyer(books, { ...person, name: "Spare", jobId }));
  const order = { accountId, amountCents: cents(50_00), until: null };
  const { orderId } = await business.change((books) => addOrder(books, { ...order, number: "4711" }));
  await business.change((books) => addOrder(books, { ...order, number: "Spare" }));
  const sold = [line("Mulch", "1", "5.00", { taxable: false })];
  await counter(business, yard).sell(sold, [paidBy("house-charge", 5_00)], {
    on: "2026-05-06",
    buyerId,
    orderId,
    signature: { path: "M10 10L200 120", name: "Ann" },
  });
  await business.change((books) =>
    askSignature(
      books,
      inputOf(SignatureAsked, { accountId, amountCents: cents(5_00), poNumber: "P-1", lines: [] }),
    ),
  );
}

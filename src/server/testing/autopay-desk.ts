// For tests of autopay: one customer who sets it up, with what a night does and what is mailed in a word each.
import { expect } from "vitest";
import { readAutopayOf } from "@/books/payments/autopay.ts";
import { present } from "@/domain/assert.ts";
import { setMailer, type Delivery, type OutgoingMail } from "../auth/mailer.ts";
import { systemActor, tenantOf } from "../actor.ts";
import { setClock } from "../clock.ts";
import { deliver } from "../jobs/deliver.ts";
import { MAIL_QUEUE, queue, type MailJob } from "../jobs/queue.ts";
import { runAutopay } from "../online/take-autopay.ts";
import { openPayingDesk } from "./paying-desk.ts";
import type { StripeStandIn } from "./stripe-stand-in.ts";

export const AGREED = { what: "start", day: "10", most: "", agreed: "yes" };

/** Of a customer who owes 100.00 due on 2026-07-01 and 60.00 due on 2026-08-01, on the last of June. */
export async function openAutopayDesk(stripe: StripeStandIn) {
  setClock("2026-06-30T12:00:00Z");
  const mails: OutgoingMail[] = [];
  const post: { answer: Delivery | null } = { answer: null };
  setMailer(async (mail) => {
    if (post.answer) return post.answer;
    mails.push(mail);
    return { status: "sent", messageId: String(mails.length) };
  });
  Object.assign(stripe.state, { isDown: false, declines: false, isSlow: false, losesAnswers: false });
  const desk = await openPayingDesk(stripe, {}, (books) =>
    books
      .customer("Greenleaf", { email: "ap@greenleaf.example" })
      .invoice("100.00", "2026-06-01", { dueOn: "2026-07-01" })
      .invoice("60.00", "2026-06-01", { dueOn: "2026-08-01" })
      .write(),
  );
  const tenant = tenantOf(desk.at.system);
  const actorNow = async () =>
    present(await systemActor(tenant, `night-${String(Math.random())}`), "the business is there");
  return {
    ...desk,
    mails,
    post,
    async setUp(fields: Record<string, string> = AGREED): Promise<string> {
      const answer = await desk.at.answer(desk.payer, fields);
      const session = answer.headers.get("location")?.split("/pay/")[1] ?? "";
      const { client_reference_id: autopayId } = stripe.setUp(session);
      await desk.tell("checkout.session.completed", stripe.get(session));
      expect(await desk.work()).toBe(1);
      return String(autopayId);
    },
    /** Runs the night of a day, and mails what it says. */
    async night(on: string): Promise<void> {
      setClock(`${on}T12:00:00Z`);
      await runAutopay(await actorNow());
      const boss = await queue();
      const jobs = await boss.findJobs<MailJob>(MAIL_QUEUE, {});
      for (const job of jobs) {
        if (job.state !== "created" || job.data.tenant !== tenant) continue;
        await deliver(job.data, `mail-${String(Math.random())}`);
        await boss.deleteJob(MAIL_QUEUE, job.id);
      }
    },
    seen: () => desk.at.books.read((books) => readAutopayOf(books, desk.payer.accountId)),
    /** How often Stripe was asked for money. */
    taken: () => stripe.asked.filter((each) => each === "POST /v1/payment_intents").length,
    /** What Stripe has of this customer. */
    intents() {
      const customer = stripe.all("checkout.session").at(-1)?.["customer"];
      return stripe.all("payment_intent").filter((each) => each["customer"] === customer);
    },
  };
}
export type AutopayDesk = Awaited<ReturnType<typeof openAutopayDesk>>;

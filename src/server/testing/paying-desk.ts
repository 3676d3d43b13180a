// For tests of paying online: one customer of a shop that takes it, with what they and Stripe do in a word each.
import { expect } from "vitest";
import { readOnlinePayments } from "@/books/payments/online-list.ts";
import type { Account, Ledger } from "@/books/story/ledger-dsl.ts";
import { figuresOf } from "@/books/testing/desk.ts";
import { direct } from "@/db/testing/direct.ts";
import { needed } from "@/env.ts";
import { tenantOf } from "../actor.ts";
import { now } from "../clock.ts";
import { runOnlineJob } from "../jobs/online-payments.ts";
import { ONLINE_QUEUE, queue, type OnlineJob } from "../jobs/queue.ts";
import { openPayingShop, SECRET_KEY, WEBHOOK_SECRET, type Payer, type PayingShop } from "./paying-shop.ts";
import { startStripe, type StripeStandIn } from "./stripe-stand-in.ts";

export const NOON = "2026-06-30T12:00:00Z";
/** As our clock has it. */
export const seconds = (): number => Math.floor(now().getTime() / 1000);

export const startStandIn = (): Promise<StripeStandIn> => startStripe({ keys: [SECRET_KEY], now: seconds });

export const twoInvoices = (books: Ledger): Promise<Account> =>
  books
    .customer("Greenleaf")
    .invoice("100.00", "2026-03-01", { dueOn: "2026-04-01" })
    .invoice("60.00", "2026-06-01", { dueOn: "2026-07-15" })
    .write();

type Fields = Record<string, string | string[]>;
export type PayingDesk = Awaited<ReturnType<typeof openPayingDesk>>;

/** Of a customer with two invoices, or with what `story` says. */
export async function openPayingDesk(
  stripe: StripeStandIn,
  settings: Parameters<typeof openPayingShop>[0] = {},
  story = twoInvoices,
) {
  const at: PayingShop = await openPayingShop(settings);
  const payer: Payer = await at.payer(story);
  const self = {
    at,
    payer,
    list: async () => (await at.books.read((books) => readOnlinePayments(books, {}))).rows,
    owed: (of: Account = payer) => figuresOf(at.books, of),
    /** Sends the form; the session that it leads to. */
    async begin(fields: Fields = { what: "all" }, key?: string, of = payer): Promise<string> {
      const answer = await at.send(of, fields, key);
      expect(answer.status).toBe(303);
      const location = answer.headers.get("location") ?? "";
      expect(location).toContain(`${stripe.url}/pay/`);
      return location.split("/pay/")[1] ?? "";
    },
    tell: (type: string, object: unknown, how = {}) =>
      at.bring(stripe.event(type, object, WEBHOOK_SECRET, { at: seconds(), ...how })),
    /** Does what waits for this business; how much it was. */
    async work(): Promise<number> {
      const boss = await queue();
      const jobs = await boss.findJobs<OnlineJob>(ONLINE_QUEUE, {});
      const mine = jobs.filter(
        ({ state, data }) => state === "created" && data.tenant === tenantOf(at.system),
      );
      for (const job of mine) {
        await runOnlineJob(job.data);
        await boss.deleteJob(ONLINE_QUEUE, job.id);
      }
      return mine.length;
    },
    /** From the form to the books; the intent that it was paid by, and what it came to. */
    async pay(fields?: Fields, of = payer): Promise<{ intent: string; amount: unknown }> {
      const session = stripe.pay(await self.begin(fields, undefined, of));
      expect((await self.tell("checkout.session.completed", session)).status).toBe(200);
      await self.work();
      return { intent: idOf(session["payment_intent"]), amount: session["amount_total"] };
    },
    /** Looks at a payment as the sweep does. */
    look: (payment: string) => runOnlineJob({ tenant: tenantOf(at.system), payment }),
    /** What was begun is older than Stripe takes to tell. */
    async age(hours = 1): Promise<void> {
      const owner = direct(needed("MIGRATOR_DATABASE_URL"));
      const { accountId } = payer;
      await owner.begin(async (tx) => {
        await tx`set local role onaccount_owner`;
        await tx`
          update books.online_payments set created_at = created_at - ${hours}::int * interval '1 hour' where account_id = ${accountId}`;
      });
      await owner.end();
    },
  };
  return self;
}

export function idOf(thing: unknown): string {
  if (typeof thing === "object" && thing !== null && "id" in thing) return String(thing.id);
  throw new Error("it has an id");
}

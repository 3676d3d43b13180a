// Before each test a stand-in for Stripe that is up and a business that is paid by it; after each, books in which every rule holds.
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import type { Ledger } from "@/books/story/ledger-dsl.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { setMailer } from "../auth/mailer.ts";
import { setClock } from "../clock.ts";
import { closeQueue } from "../jobs/queue.ts";
import { NOON, startStandIn } from "./paying-desk.ts";
import type { StripeStandIn } from "./stripe-stand-in.ts";

/** `open`: whose books they are. */
export function eachWithStripe(open: (stripe: StripeStandIn) => Promise<Ledger>): void {
  let stripe = undefined as unknown as StripeStandIn;
  let books = undefined as unknown as Ledger;
  beforeAll(async () => {
    stripe = await startStandIn();
    vi.stubEnv("STRIPE_API_URL", stripe.url);
  });
  beforeEach(async () => {
    setClock(NOON);
    stripe.state.isDown = false;
    books = await open(stripe);
  });
  afterEach(async () => {
    expect((await books.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
  });
  afterAll(async () => {
    setMailer(null);
    setClock(null);
    await closeQueue();
    await closePool();
    await stripe.stop();
  });
}

// Looks at what Stripe says of an autopay that was asked for: with the card or account entered, it is active.
import { findAutopay, noteAutopayOver, startAutopay } from "@/books/payments/autopay.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import type { SystemActor } from "../actor.ts";
import { stripeOf } from "./look.ts";
import { methodWords } from "./truth.ts";

export async function lookAtAutopay(actor: SystemActor, autopayId: string): Promise<void> {
  const row = await readBooks(actor, (books) => findAutopay(books, autopayId));
  const stripe = row && (await stripeOf(actor));
  if (!row || !stripe || row.state !== "asked" || row.sessionId === null) return;
  const session = await stripe.checkout.sessions.retrieve(row.sessionId, {
    expand: ["setup_intent.payment_method"],
  });
  const { status, setup_intent: setup, customer } = session;
  if (status === "expired") {
    const over = { key: `autopay-over:${autopayId}`, procedure: "autopay.over", input: { autopayId } };
    await changeBooks(actor, over, (books) => noteAutopayOver(books, autopayId));
    return;
  }
  const method = setup !== null && typeof setup === "object" ? setup.payment_method : null;
  const customerId = typeof customer === "string" ? customer : customer?.id;
  if (status !== "complete" || method === null || typeof method !== "object" || !customerId) return;
  const means = { customer: customerId, method: method.id, paidBy: methodWords(method) };
  const command = {
    key: `autopay-start:${autopayId}`,
    procedure: "autopay.start",
    input: { autopayId, ...means },
  };
  await changeBooks(actor, command, (books) => startAutopay(books, autopayId, means));
}

// What there is at the stand-in for Stripe, and what happens there: sessions, payments, refunds, disputes, payouts. It is said by the
// test, or by whoever presses Pay.
import { randomBytes } from "node:crypto";
import { formText, type FormValue } from "./stripe-form.ts";

export type Thing = { id: string; object: string; [name: string]: unknown };
type Charge = Thing & { amount_refunded: number; disputed: boolean };

export const newId = (kind: string): string => `${kind}_${randomBytes(9).toString("hex")}`;

/** `now`: seconds since 1970. */
export function stripeWorld(now: () => number) {
  const things = new Map<string, Thing>();
  const put = <T extends Thing>(thing: T): T => {
    things.set(thing.id, thing);
    return thing;
  };
  const get = (id: unknown) => {
    const thing = things.get(String(id));
    if (!thing) throw new Error(`no ${String(id)} at the stand-in`);
    return thing;
  };
  const has = (id: string) => things.has(id);
  const all = (object: string) => [...things.values()].filter((each) => each.object === object);

  /** As Stripe does with a card that is good. */
  function succeed(amount: number, currency: string, metadata: unknown): Thing {
    const fee = put({
      id: newId("txn"),
      object: "balance_transaction",
      type: "charge",
      amount,
      currency,
      fee: Math.round(amount * 0.029) + 30,
      payout: null as string | null,
    });
    const intentId = newId("pi");
    const charge: Charge = {
      id: newId("ch"),
      object: "charge",
      amount,
      currency,
      created: now(),
      amount_refunded: 0,
      disputed: false,
      payment_intent: intentId,
      balance_transaction: fee,
      payment_method_details: { type: "card", card: { brand: "visa", last4: "4242" } },
    };
    put(charge);
    Object.assign(fee, { source: charge.id });
    return put({
      id: intentId,
      object: "payment_intent",
      status: "succeeded",
      amount,
      amount_received: amount,
      currency,
      created: now(),
      metadata,
      latest_charge: charge,
    });
  }

  const chargeOf = (intent: unknown) =>
    get(get(intent)["latest_charge"] && (get(intent)["latest_charge"] as Thing).id) as Charge;

  return {
    put,
    get,
    has,
    all,
    succeed,
    /** The customer pays on the page of a session. */
    pay(sessionId: string): Thing {
      const session = get(sessionId);
      if (session["status"] !== "open") throw new Error("it can't be paid any more");
      const intent = succeed(
        Number(session["amount_total"]),
        String(session["currency"]),
        session["metadata"],
      );
      Object.assign(session, { status: "complete", payment_status: "paid", payment_intent: intent });
      return session;
    },
    /** The customer pays on the page of a session from a bank account; `arrive` has its money there. */
    payByBank(sessionId: string): Thing {
      const session = get(sessionId);
      const intent = put({
        id: newId("pi"),
        object: "payment_intent",
        status: "processing",
        latest_charge: null,
        created: now(),
      });
      return Object.assign(session, {
        status: "complete",
        payment_status: "unpaid",
        payment_intent: intent,
      });
    },
    arrive(sessionId: string): Thing {
      const session = get(sessionId);
      const id = (session["payment_intent"] as Thing).id;
      const [amount, currency] = [Number(session["amount_total"]), String(session["currency"])];
      Object.assign(get(id), succeed(amount, currency, session["metadata"]), { id });
      return session;
    },
    /** The customer enters a card on the page of a session that sets up. */
    setUp(sessionId: string): Thing {
      const card = { brand: "visa", last4: "4242" };
      const method = { id: newId("pm"), object: "payment_method", type: "card", card };
      const setup = {
        id: newId("seti"),
        object: "setup_intent",
        status: "succeeded",
        payment_method: method,
      };
      return Object.assign(get(sessionId), {
        status: "complete",
        setup_intent: setup,
        customer: newId("cus"),
      });
    },
    /** As another account's key sees it. */
    forget: (id: string) => things.delete(id),
    expire: (sessionId: string) => Object.assign(get(sessionId), { status: "expired" }),
    refund(intent: unknown, amount: number): Thing {
      const charge = chargeOf(intent);
      charge.amount_refunded += amount;
      return put({
        id: newId("re"),
        object: "refund",
        status: "succeeded",
        amount,
        payment_intent: get(intent).id,
      });
    },
    /** The bank sends it back: its charge says less of it again. */
    failRefund(refundId: string): Thing {
      const refund = get(refundId);
      chargeOf(refund["payment_intent"]).amount_refunded -= Number(refund["amount"]);
      return Object.assign(refund, { status: "failed" });
    },
    dispute(intent: unknown, amount: number): Thing {
      chargeOf(intent).disputed = true;
      return put({
        id: newId("dp"),
        object: "dispute",
        status: "needs_response",
        amount,
        payment_intent: get(intent).id,
      });
    },
    win: (disputeId: string) => Object.assign(get(disputeId), { status: "won" }),
    lose: (disputeId: string) => Object.assign(get(disputeId), { status: "lost" }),
    payout(intents: readonly string[]): Thing {
      const payout = put({ id: newId("po"), object: "payout", status: "paid", arrival_date: now() });
      for (const intent of intents)
        Object.assign(chargeOf(intent)["balance_transaction"] as Thing, { payout: payout.id });
      return payout;
    },
    /** A charge that is asked for without its payer there. */
    createIntent(form: Record<string, FormValue>, bank: { declines: boolean; isSlow: boolean }): Thing {
      const [amount, currency] = [Number(formText(form, "amount")), formText(form, "currency")];
      const of = { customer: formText(form, "customer"), payment_method: formText(form, "payment_method") };
      const metadata = form["metadata"] ?? {};
      if (!bank.declines && !bank.isSlow) return Object.assign(succeed(amount, currency, metadata), of);
      const status = bank.declines ? "requires_payment_method" : "processing";
      const refused = { status, amount_received: 0, latest_charge: null };
      const made = { id: newId("pi"), object: "payment_intent", created: now() };
      return put({ ...made, ...refused, ...of, amount, currency, metadata });
    },
    /** As it is asked for by a form. `at`: where the page to pay on is. */
    createSession(form: Record<string, FormValue>, at: string): Thing {
      const lines = Object.values(typeof form["line_items"] === "object" ? form["line_items"] : {});
      const of = (line: unknown, ...names: string[]) =>
        formText({ line: line as string }, "line", "price_data", ...names);
      const amount = lines.reduce<number>((sum, line) => sum + Number(of(line, "unit_amount")), 0);
      const id = newId("cs_test");
      return put({
        id,
        object: "checkout.session",
        mode: formText(form, "mode"),
        status: "open",
        payment_status: "unpaid",
        amount_total: amount,
        currency: of(lines[0], "currency"),
        client_reference_id: formText(form, "client_reference_id"),
        metadata: form["metadata"] ?? {},
        success_url: formText(form, "success_url"),
        cancel_url: formText(form, "cancel_url"),
        payment_intent: null,
        // As Stripe tells it to who asks for it.
        line_items: {
          object: "list",
          data: lines.map((line) => ({ description: of(line, "product_data", "name") })),
        },
        url: `${at}/pay/${id}`,
      });
    },
  };
}

// Stands in for Stripe at the level of HTTP: the part of its API that we speak, form-encoded, with its keys and idempotency keys
// checked, its page to pay on, and its webhooks signed. What happens at Stripe is said by the test, or by whoever presses Pay.
import { createHash, createHmac, randomBytes } from "node:crypto";
import http from "node:http";
import { formText, parseStripeForm } from "./stripe-form.ts";

type Thing = { id: string; object: string; [name: string]: unknown };
type Answer = { status: number; body: unknown };
type Charge = Thing & { amount_refunded: number; disputed: boolean };

const newId = (kind: string) => `${kind}_${randomBytes(9).toString("hex")}`;
const fault = (status: number, type: string, message: string): Answer => ({
  status,
  body: { error: { type, message } },
});

export type StripeStandIn = Awaited<ReturnType<typeof startStripe>>;

/** `keys`: the secret keys that it knows. `now`: seconds since 1970. */
export async function startStripe({
  keys,
  port = 0,
  now,
}: {
  keys: readonly string[];
  port?: number;
  now: () => number;
}) {
  const things = new Map<string, Thing>();
  const answered = new Map<string, { hash: string; answer: Answer }>();
  const asked: string[] = [];
  const state = { isDown: false };
  const put = <T extends Thing>(thing: T): T => {
    things.set(thing.id, thing);
    return thing;
  };
  const get = (id: unknown) => {
    const thing = things.get(String(id));
    if (!thing) throw new Error(`no ${String(id)} at the stand-in`);
    return thing;
  };
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

  const stand = {
    state,
    asked,
    all,
    get,
    url: "",
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
    payout(intents: readonly string[]): Thing {
      const payout = put({ id: newId("po"), object: "payout", status: "paid", arrival_date: now() });
      for (const intent of intents)
        Object.assign(chargeOf(intent)["balance_transaction"] as Thing, { payout: payout.id });
      return payout;
    },
    /** A webhook as Stripe sends it: its body and what it is signed with. */
    event(type: string, object: unknown, secret: string, { id = newId("evt"), at = now() } = {}) {
      const body = JSON.stringify({ id, object: "event", type, created: at, data: { object } });
      const signature = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");
      return { body, signature: `t=${at},v1=${signature}` };
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function createSession(form: ReturnType<typeof parseStripeForm>): Answer {
    const lines = Object.values(typeof form["line_items"] === "object" ? form["line_items"] : {});
    const of = (line: unknown, name: string) =>
      formText({ line: line as string }, "line", "price_data", name);
    const amount = lines.reduce<number>((sum, line) => sum + Number(of(line, "unit_amount")), 0);
    const id = newId("cs_test");
    const session = put({
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
      url: `${stand.url}/pay/${id}`,
    });
    return { status: 200, body: session };
  }

  function read(path: string, query: URLSearchParams): Answer {
    const [, kind = "", ...rest] = path.split("/").filter(Boolean);
    const id = rest.at(-1);
    const of = query.get("payment_intent");
    const list = (data: unknown[]): Answer => ({
      status: 200,
      body: { object: "list", data, has_more: false, url: path },
    });
    if (kind === "account")
      return {
        status: 200,
        body: { id: "acct_1", object: "account", settings: { dashboard: { display_name: "Stand-in" } } },
      };
    if (kind === "refunds") return list(all("refund").filter((each) => each["payment_intent"] === of));
    if (kind === "disputes") return list(all("dispute").filter((each) => each["payment_intent"] === of));
    if (kind === "balance_transactions")
      return list(
        all("balance_transaction").flatMap((each) =>
          each["payout"] === query.get("payout") ? [{ ...each, source: get(each["source"]) }] : [],
        ),
      );
    const thing = id && things.get(id);
    return thing ? { status: 200, body: thing } : fault(404, "invalid_request_error", `No such ${kind}`);
  }

  function create(path: string, request: http.IncomingMessage, body: string): Answer {
    const key = request.headers["idempotency-key"];
    if (typeof key !== "string") return fault(400, "invalid_request_error", "no idempotency key");
    const hash = createHash("sha256").update(`${path}\n${body}`).digest("hex");
    const before = answered.get(key);
    if (before && before.hash !== hash)
      return fault(
        400,
        "idempotency_error",
        "Keys for idempotent requests can only be used with the same parameters",
      );
    if (before) return before.answer;
    const answer =
      path === "/v1/checkout/sessions"
        ? createSession(parseStripeForm(body))
        : fault(404, "invalid_request_error", `Unrecognized request URL ${path}`);
    answered.set(key, { hash, answer });
    return answer;
  }

  const isKnown = (request: http.IncomingMessage) =>
    keys.some((key) => request.headers.authorization === `Bearer ${key}`);

  async function answerTo(request: http.IncomingMessage, url: URL): Promise<Answer> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    asked.push(`${request.method} ${url.pathname}`);
    if (state.isDown) return fault(503, "api_error", "down");
    if (!isKnown(request)) return fault(401, "invalid_request_error", "Invalid API Key provided");
    return request.method === "POST"
      ? create(url.pathname, request, body)
      : read(url.pathname, url.searchParams);
  }

  async function reply(request: http.IncomingMessage, response: http.ServerResponse, url: URL) {
    const { status, body } = await answerTo(request, url);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  const page = (session: Thing) =>
    `<!doctype html><title>Stand-in for Stripe</title><h1>Pay ${Number(session["amount_total"]) / 100}</h1>
    <form method="post"><button>Pay</button></form><a href="${String(session["cancel_url"])}">Back</a>`;

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://stripe.example");
    const [first, sessionId] = url.pathname.split("/").filter(Boolean);
    if (first === "pay" && sessionId && things.has(sessionId)) {
      if (request.method === "POST") {
        const paid = stand.pay(sessionId);
        response.writeHead(303, { location: String(paid["success_url"]) }).end();
      } else response.writeHead(200, { "content-type": "text/html" }).end(page(get(sessionId)));
      return;
    }
    void reply(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  stand.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`;
  return stand;
}

// Stands in for Stripe at the level of HTTP: the part of its API that we speak, form-encoded, with its keys and idempotency keys
// checked, its page to pay on, and its webhooks signed.
import { createHash, createHmac } from "node:crypto";
import http from "node:http";
import { parseStripeForm } from "./stripe-form.ts";
import { newId, stripeWorld, type Thing } from "./stripe-world.ts";

type Answer = { status: number; body: unknown };

const fault = (status: number, type: string, message: string, code?: string): Answer => ({
  status,
  body: { error: { type, message, code } },
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
  const answered = new Map<string, { hash: string; answer: Answer }>();
  const asked: string[] = [];
  const state = { isDown: false, declines: false, isSlow: false, losesAnswers: false };
  const world = stripeWorld(now);
  const { get, has, all } = world;

  const stand = {
    state,
    asked,
    ...world,
    url: "",
    /** As after a day: a key that was used is a new one. */
    forgetKeys: () => answered.clear(),
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

  /** Without its payer there. */
  function createIntent(body: string): Answer {
    const intent = world.createIntent(parseStripeForm(body), state);
    if (intent["status"] !== "requires_payment_method") return { status: 200, body: intent };
    const said = { type: "card_error", code: "card_declined", message: "Your card was declined." };
    return { status: 402, body: { error: { ...said, payment_intent: intent } } };
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
    if (kind === "payment_intents" && id === undefined)
      return list(all("payment_intent").filter((each) => each["customer"] === query.get("customer")));
    if (kind === "refunds") return list(all("refund").filter((each) => each["payment_intent"] === of));
    if (kind === "disputes") return list(all("dispute").filter((each) => each["payment_intent"] === of));
    if (kind === "balance_transactions")
      return list(
        all("balance_transaction").flatMap((each) =>
          each["payout"] === query.get("payout") ? [{ ...each, source: get(each["source"]) }] : [],
        ),
      );
    const thing = id && has(id) && get(id);
    return thing
      ? { status: 200, body: thing }
      : fault(404, "invalid_request_error", `No such ${kind}`, "resource_missing");
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
        ? { status: 200, body: world.createSession(parseStripeForm(body), stand.url) }
        : path === "/v1/payment_intents"
          ? createIntent(body)
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
    const answer =
      request.method === "POST" ? create(url.pathname, request, body) : read(url.pathname, url.searchParams);
    // Done, and never heard of.
    if (state.losesAnswers && request.method === "POST") request.socket.destroy();
    return answer;
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
    if (first === "pay" && sessionId && has(sessionId)) {
      if (request.method === "POST") {
        const done = get(sessionId)["mode"] === "setup" ? stand.setUp(sessionId) : stand.pay(sessionId);
        response.writeHead(303, { location: String(done["success_url"]) }).end();
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

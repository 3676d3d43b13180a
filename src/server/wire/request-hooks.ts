// What happens to every request before any route sees it, in this process's own HTTP server: it gets an id and
// its sender's address, loses the headers that only a proxy or Next itself may set, and leaves one line in the log.
import { subscribe } from "node:diagnostics_channel";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/env.ts";
import { holdAnswer } from "./answer-status.ts";
import { clientAddress } from "./client-address.ts";
import { now } from "../clock.ts";
import { alwaysHeaders, CLIENT_ADDRESS, isStatementLink, REQUEST_ID } from "./headers.ts";
import { log } from "../log.ts";
import { isReadable, NOWHERE } from "./readable-address.ts";
import { safePath } from "../log-safely.ts";
import { sendWithoutScripts } from "./without-scripts.ts";

/** Headers by which requests pretend to come from inside (faults D30), or from elsewhere. */
const NEVER_FROM_OUTSIDE = [
  "x-middleware-subrequest",
  "x-middleware-subrequest-id",
  "x-nonce",
  CLIENT_ADDRESS,
];
const ONLY_FROM_A_PROXY = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  REQUEST_ID,
];

const started = new WeakMap<IncomingMessage, number>();

export function addRequestHooks(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    receive(request, response);
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    report(request, response);
  });
}

export function receive(request: IncomingMessage, response: ServerResponse): void {
  started.set(request, now().getTime());
  if (!isReadable(request.url ?? "/")) request.url = NOWHERE;
  const hops = env().TRUST_PROXY_HOPS;
  const address = clientAddress(
    request.socket.remoteAddress,
    asOne(request.headers["x-forwarded-for"]),
    hops,
  );
  if (hops === 0 && request.headers["x-forwarded-for"] !== undefined) tellOfProxy();
  for (const name of NEVER_FROM_OUTSIDE) delete request.headers[name];
  if (hops === 0) for (const name of ONLY_FROM_A_PROXY) delete request.headers[name];

  // Next compares a form's origin with the host it was sent to, and behind a proxy that host may be any. Its own
  // `serverActions.allowedOrigins` is fixed when the app is built; ours is known only now.
  if (request.headers.origin === env().APP_URL)
    request.headers["x-forwarded-host"] = new URL(env().APP_URL).host;

  const given = asOne(request.headers[REQUEST_ID]);
  const id = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  request.headers[REQUEST_ID] = id;
  request.headers[CLIENT_ADDRESS] = address;
  response.setHeader(REQUEST_ID, id);
  const always = alwaysHeaders(env().APP_URL.startsWith("https:"));
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  holdAnswer(id, response);
  if (isStatementLink((request.url ?? "/").split("?", 1)[0] ?? "")) sendWithoutScripts(request, response);
}

const HOUR_MS = 3_600_000;
let toldOfProxyAt = Number.NEGATIVE_INFINITY;

/** Once an hour while it goes on: anyone can send the header, and most who do are proxies of our own. */
function tellOfProxy(): void {
  const at = now().getTime();
  if (at - toldOfProxyAt < HOUR_MS) return;
  toldOfProxyAt = at;
  log().warn(
    "X-Forwarded-For came in and TRUST_PROXY_HOPS is 0, so it isn't believed. If a reverse proxy of yours stands " +
      "before this server, set TRUST_PROXY_HOPS to the number of proxies: until then all its visitors count as one.",
  );
}

function report(request: IncomingMessage, response: ServerResponse): void {
  const path = safePath(request.url ?? "");
  if (path.startsWith("/_next/static/") || path === "/api/health/live") return;
  const ms = now().getTime() - (started.get(request) ?? now().getTime());
  const line = { requestId: request.headers[REQUEST_ID], ip: request.headers[CLIENT_ADDRESS] };
  log().info({ ...line, method: request.method, path, status: response.statusCode, ms }, "request");
}

const asOne = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(",") : value);

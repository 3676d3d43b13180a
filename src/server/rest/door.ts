// Where programs come in: who asks, how often, for which route; then the procedure behind it, as a page calls it, and its answer
// in the API's own names. Nothing is decided here that isn't decided there.
import { callTRPCProcedure } from "@trpc/server";
import { isCurrency } from "@/domain/values/money.ts";
import { tenantOf, type KeyActor } from "../actor.ts";
import { keyFrom } from "../auth/api-key.ts";
import { tokenHash } from "../auth/tokens.ts";
import { FairQueue } from "../heavy/fair-queue.ts";
import { log, logSecurity } from "../log.ts";
import { appRouter } from "../routers/index.ts";
import { CommandKey, admitted, type Context } from "../trpc.ts";
import { network } from "../wire/client-address.ts";
import { fromHeaders, type From } from "../wire/request.ts";
import { withinLimit } from "../wire/within-limit.ts";
import { currencySent, currencyTold } from "./currency.ts";
import { fromWire, toWire, type Faults } from "./plan.ts";
import { Problem, problemOf } from "./problem.ts";
import { REFUSALS, countRequest } from "./rate-limit.ts";
import { sendsMoney } from "./wire-shape.ts";
import { fieldOf, matchesAt, pathFields, type Entry, type Match } from "./table.ts";

const BODY_LIMIT = 1024 * 1024;

/** Of one business at once, and of all: what more of it asks waits for itself, and the pages of the others don't. */
const TURNS = { atWork: 8, atWorkEach: 4, waiting: 400, waitingEach: 100 };
const kept = globalThis as typeof globalThis & { onaccountApiTurns?: FairQueue };

/** `path`: behind /api/v1, by its segments. Never throws: what goes wrong is a problem. */
export async function answerRest(request: Request, path: readonly string[]): Promise<Response> {
  const from = fromHeaders(request.headers);
  const began = performance.now();
  let rate: Record<string, string> = {};
  let facts: Record<string, unknown> = {};
  let answer: Response;
  try {
    const actor = await admittedKey(request, from);
    facts = { tenant: tenantOf(actor), actor: actor.subject };
    const counted = countRequest(actor.keyId);
    rate = counted.headers;
    if (counted.isOver) throw new Problem("too-many-requests");
    const match = routeOf(request.method, path);
    facts = { ...facts, route: `${match.entry.route.method} ${match.entry.route.path}` };
    const work = () => carriedOut(request, { actor, from, match });
    const turns = (kept.onaccountApiTurns ??= new FairQueue(TURNS));
    // A file takes as long as its sender's line is slow: it waits in a line of its own.
    const isFile = match.entry.route.receive !== undefined;
    answer = await (isFile ? work() : turns.run(tenantOf(actor), work, request.signal));
  } catch (error) {
    answer = problemOf(error, from.requestId);
  }
  for (const [name, value] of Object.entries(rate)) answer.headers.set(name, value);
  answer.headers.set("cache-control", "no-store");
  const { status } = answer;
  log().info(
    { requestId: from.requestId, ...facts, status, ms: Math.round(performance.now() - began) },
    "api",
  );
  return answer;
}

/** Of keys that opened something here, by their hash. */
const opened = new Set<string>();
const MOST_OPENED = 10_000;

/**
 * From a network that shows key after key which opens nothing, none is looked up until a minute has passed; but those that
 * opened something before are, so that nobody shuts out a program by guessing from beside it.
 */
async function admittedKey(request: Request, { requestId, ip }: From): Promise<KeyActor> {
  const place = network(ip);
  const header = request.headers.get("authorization");
  const hash = tokenHash(header ?? "").toString("base64");
  if (REFUSALS.isOver(place) && !opened.has(hash))
    throw new Problem("too-many-requests", [], REFUSALS.after(place));
  const actor = await keyFrom(header, requestId);
  if (actor) {
    if (opened.size >= MOST_OPENED) opened.clear();
    opened.add(hash);
    return actor;
  }
  opened.delete(hash);
  REFUSALS.count(place);
  logSecurity("key-refused", { requestId, ip });
  throw new Problem("no-key", [], { "www-authenticate": 'Bearer realm="Onaccount"' });
}

function routeOf(method: string, path: readonly string[]): Match {
  const there = matchesAt(path);
  const found = there.find(({ entry }) => entry.route.method === method);
  if (found) return found;
  if (there.length === 0) throw new Problem("no-route");
  throw new Problem("wrong-method", [], { allow: there.map(({ entry }) => entry.route.method).join(", ") });
}

type Asked = { actor: KeyActor; from: From; match: Match };

async function carriedOut(
  request: Request,
  { actor, from, match: { entry, params } }: Asked,
): Promise<Response> {
  const { route, isChange, permission } = entry;
  const context: Context = { user: null, member: actor, from };
  // Before anything of what is sent is looked at: whoever may not learns nothing of what is there.
  const { member } = admitted(context, permission, route.procedure);
  const commandKey = isChange ? keyOf(request) : "";
  const sent = entry.fieldsIn === "body" ? await bodyOf(request) : queryOf(request);
  const input = await inputOf(entry, actor, { sent, params });
  const result: unknown = route.receive
    ? await route.receive.take(member, { request: fileIn(request), from, key: commandKey, fields: input })
    : await callTRPCProcedure({
        router: appRouter,
        path: route.procedure,
        type: isChange ? "mutation" : "query",
        ctx: context,
        getRawInput: () => Promise.resolve({ ...input, ...route.fixed, ...(isChange && { commandKey }) }),
        signal: request.signal,
        batchIndex: 0,
      });
  if (route.draw) return route.draw(actor, result, request.signal);
  // What a procedure answers and the document doesn't say is a mistake of ours, and no answer.
  const told = route.answer.parse(result);
  const { answer } = entry;
  const currency = answer?.leavesCurrency ? await currencyTold(actor, input, told) : actor.currency;
  return Response.json(answer ? toWire(told, answer.plan, currency) : told, {
    status: route.creates ? 201 : 200,
  });
}

function keyOf(request: Request): string {
  const key = CommandKey.safeParse(request.headers.get("idempotency-key"));
  if (key.success) return key.data;
  throw new Problem("no-idempotency-key");
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const sized = await withinLimit(request, BODY_LIMIT);
  if (!sized) throw new Problem("too-large");
  const text = await sized.text();
  if (text === "") return {};
  if (!/^application\/json *(;|$)/i.test(request.headers.get("content-type") ?? ""))
    throw new Problem("not-json");
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // Said below, as what isn't an object is.
  }
  throw new Problem("unreadable");
}

/** The body is the file itself: in a form it would have the form's lines before and behind it. */
function fileIn(request: Request): Request {
  if (/^multipart\//i.test(request.headers.get("content-type") ?? "")) throw new Problem("not-a-file");
  return request;
}

function queryOf(request: Request): Record<string, unknown> {
  const given = new URL(request.url).searchParams;
  const twice = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1);
  if (twice.length > 0)
    throw new Problem(
      "invalid",
      twice.map((field) => ({ field, detail: "Say it once." })),
    );
  return Object.fromEntries(given);
}

type Sent = { sent: Record<string, unknown>; params: Record<string, string> };

/** What the procedure takes. */
async function inputOf(entry: Entry, actor: KeyActor, { sent, params }: Sent): Promise<object> {
  const faults: Faults = Object.keys(sent)
    .filter((name) => pathFields(entry).includes(name))
    .map((field) => ({ field, detail: "That stands in the address." }));
  const takesCurrency = fieldOf(entry, "currency") !== null;
  const { currency: said, ...others } = sent;
  if (said !== undefined && (typeof said !== "string" || !isCurrency(said)))
    faults.push({ field: "currency", detail: "Send a code of ISO 4217, like USD." });
  // Where the procedure has no currency of its own, that of the amounts is the door's to check.
  const isOurs = entry.isChange && !takesCurrency && sendsMoney(entry.input);
  const read = (currency: string): object => ({
    ...fields(
      fromWire(isOurs ? others : sent, entry.inputPlan, {
        currency,
        isText: entry.fieldsIn === "query",
        faults,
      }),
    ),
    ...fields(fromWire(params, entry.inputPlan, { currency, isText: true, faults })),
  });
  const own = takesCurrency && typeof said === "string" && isCurrency(said) ? said : actor.currency;
  const before = faults.length;
  let input = read(own);
  const currency = isOurs ? await currencySent(actor, input, said) : own;
  if (currency !== own) {
    faults.length = before;
    input = read(currency);
  }
  if (faults.length > 0) throw new Problem("invalid", faults);
  return input;
}

const fields = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});

// For tests of the API: each route asked as a program asks it, with the input that its procedure is tried with.
import { randomInt, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { API_SCOPES } from "@/domain/business/api-scopes.ts";
import type { Permission } from "@/domain/permission.ts";
import { answerRest } from "../rest/door.ts";
import { PROBLEM_SHAPE } from "../rest/openapi.ts";
import { toWire } from "../rest/plan.ts";
import { CLIENT_ADDRESS } from "../wire/headers.ts";
import { fieldOf, pathFields, type Entry } from "../rest/table.ts";
import { FILES } from "./fixture-imports.ts";
import { INPUTS } from "./fixture-inputs.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import type { Shop } from "./shop.ts";

/** A key of the shop that may so much; without `scopes`, all that one can be given. */
export async function keyOfShop(shop: Shop, scopes: readonly Permission[] = API_SCOPES): Promise<string> {
  const input = { commandKey: randomUUID(), name: "Till", scopes };
  const made = await call(await asMember(shop, "owner"), "apiKeys.make", input);
  return (made as { key: string }).key;
}

export type Sent = {
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown>;
  /** The body itself, where it is a file. */
  file?: Buffer;
};

/** What a program of this shop sends to the route, as `INPUTS` and `FILES` have it for what stands behind it. */
export function sentTo(entry: Entry, shop: Shop): Sent {
  const { procedure } = entry.route;
  const file = FILES[procedure]?.();
  return file
    ? { ...sentWith(entry, file.fields), file: file.bytes }
    : sentWith(entry, INPUTS[procedure]?.(shop));
}

/** An input of the procedure, as it is sent. */
export function sentWith(entry: Entry, input: unknown): Sent {
  const { route, inputPlan, fieldsIn } = entry;
  const known = Object.entries({ ...(input as object | undefined) }).filter(
    ([name, value]) => inputPlan.fields.has(name) && value !== undefined,
  );
  const written = toWire(Object.fromEntries(known), inputPlan, "USD") as Record<string, unknown>;
  // It is the answers that say a currency with each amount.
  const all = fieldOf(entry, "currency") ? written : withoutCurrency(written);
  const inPath = pathFields(entry);
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(all[name])));
  const rest = Object.entries(all).filter(([name]) => !inPath.includes(name));
  if (fieldsIn === "body") return { path, query: {}, body: Object.fromEntries(rest) };
  return { path, query: Object.fromEntries(rest.map(([name, value]) => [name, String(value)])), body: {} };
}

function withoutCurrency(value: unknown): Record<string, unknown> {
  const clean = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(clean);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([name, each]) => (name === "currency" ? [] : [[name, clean(each)]])),
    );
  };
  return clean(value) as Record<string, unknown>;
}

type How = { key?: string | null; idempotencyKey?: string | null; headers?: Record<string, string> };

/** Asks one route. Without `idempotencyKey` a change gets one of its own; null sends none. */
export async function ask(entry: Entry, { path, query, body, file }: Sent, how: How): Promise<Response> {
  const headers = new Headers({
    [CLIENT_ADDRESS]: `10.${randomInt(256)}.${randomInt(256)}.1`,
    ...how.headers,
  });
  if (how.key) headers.set("authorization", `Bearer ${how.key}`);
  const { method } = entry.route;
  const init: RequestInit = { method, headers };
  if (entry.isChange) {
    if (how.idempotencyKey !== null) headers.set("idempotency-key", how.idempotencyKey ?? randomUUID());
    const type = file ? "application/octet-stream" : "application/json";
    if (!headers.has("content-type")) headers.set("content-type", type);
    init.body = file ? new Uint8Array(file) : JSON.stringify(body);
  }
  const asked = new URLSearchParams(query).toString();
  const request = new Request(`http://till.example/api/v1${path}${asked ? `?${asked}` : ""}`, init);
  return answerRest(request, path.split("/").slice(1).map(decodeURIComponent));
}

/** How many commands the shop has carried out. */
export async function commandsOf(shop: Shop): Promise<number> {
  const [row] = await (
    await booksOf(shop)
  ).read(({ tx }) => tx.execute<{ count: number }>(sql`select count(*)::int as count from books.commands`));
  return row?.count ?? 0;
}

const Problem = z.fromJSONSchema(PROBLEM_SHAPE);

/** What is told of something that went wrong, in the form that it has to have. */
export async function problemOf(answer: Response): Promise<Record<string, unknown>> {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return Problem.parse(await answer.json()) as Record<string, unknown>;
}

// For tests of imported files through their doors: a stand-in shop and another's, a file sent, looked at and brought in as
// the pages and the worker do it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import { readBooks } from "@/books/open.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import type { ImportFile } from "@/domain/imports/file.ts";
import type { Role } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { tenantOf } from "../actor.ts";
import { setClock } from "../clock.ts";
import { answerUpload } from "../import-files.ts";
import { workOnFile } from "../jobs/import-work.ts";
import { queue } from "../jobs/queue.ts";
import { asMember, call, openShop, type Shop } from "./fixture-shop.ts";

type Sent = {
  role?: Role | null;
  key?: string;
  kind?: string;
  headers?: Record<string, string>;
  stranger?: boolean;
};

let shops: { ours: Shop; theirs: Shop } | null = null;
const shop = (whose: "ours" | "theirs") => present(shops, "the shops are open")[whose];

/** Opens the shops before the tests of a file, and closes what they used after them. */
export function withShops(): void {
  beforeAll(async () => {
    setClock("2026-06-30T12:00:00Z");
    shops = { ours: await openShop(), theirs: await openShop() };
  });
  afterAll(async () => {
    setClock(null);
    await (await queue()).stop({ graceful: false });
    await closePool();
  });
}

/** A member of ours, or of the other shop that asks for its own address. */
export async function caller(role: Role | null, whose: "ours" | "theirs" = "ours") {
  const of = shop(whose);
  return { user: async () => role && (await asMember(of, role)).user, org: of.slug };
}

export async function send(body: string | Uint8Array, sent: Sent = {}): Promise<Response> {
  const { role = "bookkeeper", key = randomUUID(), kind = "receivables", stranger = false } = sent;
  const query = new URLSearchParams({ kind, name: "old.csv", key });
  const request = new Request(`http://here/x/import/files?${query}`, {
    method: "POST",
    headers: sent.headers ?? { origin: env().APP_URL },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  const by = await caller(role, stranger ? "theirs" : "ours");
  return answerUpload(request, { ...by, org: shop("ours").slug });
}

export const sentId = async (body: string | Uint8Array, sent: Sent = {}): Promise<string> =>
  ((await (await send(body, sent)).json()) as { fileId: string }).fileId;

export const ask = async (path: string, input: object, role: Role = "bookkeeper") =>
  call(await asMember(shop("ours"), role), path, input);

export const asOurs = (role: Role) => asMember(shop("ours"), role);

export const command = (path: string, input: object) => ask(path, { commandKey: randomUUID(), ...input });

export const read = async (fileId: string) => (await ask("imports.read", { fileId })) as ImportFile;

export const start = async (fileId: string) =>
  command("imports.start", { fileId, asked: (await read(fileId)).asked });

export async function owner() {
  return present((await asMember(shop("ours"), "owner")).member, "the owner is a member");
}

/** The worker's part. */
export async function work(fileId: string): Promise<ImportFile> {
  await workOnFile({ tenant: tenantOf(await owner()), fileId }, "test");
  return read(fileId);
}

export async function holds(): Promise<void> {
  expect((await readBooks(await owner(), ({ tx }) => runChecks(tx))).broken).toEqual([]);
}

const HEADER = "Customer,Number,Date,Due date,Amount,Paid on";
export const fileOf = (...rows: string[]) => [HEADER, ...rows, ""].join("\n");
let count = 0;
/** An invoice of a customer who stands in no other row. */
export const row = (amount = "10.50", more = "") =>
  `Hill ${count},N-${++count},2026-01-13,2026-02-12,${amount},${more}`;

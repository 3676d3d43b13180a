// A file of limits at the door: it is brought in, and taken back, by who may change one limit, and by nobody else.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import type { ImportFile } from "@/domain/imports/file.ts";
import type { Role } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { tenantOf } from "./actor.ts";
import { setClock } from "./clock.ts";
import { answerUpload } from "./import-files.ts";
import { workOnFile } from "./jobs/import-work.ts";
import { queue } from "./jobs/queue.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

async function send(body: string, role: Role): Promise<Response> {
  const query = new URLSearchParams({ kind: "limits", name: "limits.csv", key: randomUUID() });
  const request = new Request(`http://here/x/import/files?${query}`, {
    method: "POST",
    headers: { origin: env().APP_URL },
    body,
  });
  return answerUpload(request, { user: async () => (await asMember(shop, role)).user, org: shop.slug });
}

const command = async (path: string, fileId: string, role: Role) =>
  call(await asMember(shop, role), path, { commandKey: randomUUID(), fileId });

async function work(fileId: string): Promise<ImportFile> {
  const owner = await asMember(shop, "owner");
  await workOnFile({ tenant: tenantOf(present(owner.member, "they are a member")), fileId }, "test");
  return (await call(owner, "imports.read", { fileId })) as ImportFile;
}

test("by an admin, and not by a bookkeeper", async () => {
  const body = "Number,Credit limit\nC-1,500.25\n";
  expect((await send(body, "bookkeeper")).status).toBe(403);
  const { fileId } = (await (await send(body, "admin")).json()) as { fileId: string };
  expect(await work(fileId)).toMatchObject({
    state: "ready",
    look: { faultCount: 0, newCustomers: 0, matchedCustomers: 1, alreadyThere: 0 },
  });
  const refused = { cause: { code: "not-allowed" } };
  await expect(command("imports.start", fileId, "bookkeeper")).rejects.toMatchObject(refused);
  await command("imports.start", fileId, "admin");
  expect(await work(fileId)).toMatchObject({ state: "imported", summary: { updated: 1 }, canUndo: true });
  await expect(command("imports.undo", fileId, "bookkeeper")).rejects.toMatchObject(refused);
  await command("imports.undo", fileId, "admin");
  expect(await work(fileId)).toMatchObject({ state: "undone" });
});

test("of a customer who isn't there, it is told by the file's own heading", async () => {
  const { fileId } = (await (await send("Number,Credit limit\nC-404,1\n", "owner")).json()) as {
    fileId: string;
  };
  expect((await work(fileId)).look).toMatchObject({
    faultCount: 1,
    faults: [{ column: "Number", says: "No such customer: “C-404”.", rows: [2] }],
  });
});

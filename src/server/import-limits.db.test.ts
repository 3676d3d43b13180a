// A file of limits at the door: it is brought in, and taken back, by who may change one limit, and by nobody else.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Role } from "@/domain/permission.ts";
import { ask, read, send, sentId, withShops, work } from "./testing/import-desk.ts";

withShops();

const command = (path: string, input: object, role: Role) =>
  ask(path, { commandKey: randomUUID(), ...input }, role);

test("by an admin, and not by a bookkeeper", async () => {
  const body = "Number,Credit limit\nC-1,500.25\n";
  expect((await send(body, { kind: "limits", role: "bookkeeper" })).status).toBe(403);
  const fileId = await sentId(body, { kind: "limits", role: "admin" });
  expect(await work(fileId)).toMatchObject({
    state: "ready",
    look: { faultCount: 0, newCustomers: 0, matchedCustomers: 1, alreadyThere: 0 },
  });
  const refused = { cause: { code: "not-allowed" } };
  const { asked } = await read(fileId);
  await expect(command("imports.start", { fileId, asked }, "bookkeeper")).rejects.toMatchObject(refused);
  await command("imports.start", { fileId, asked }, "admin");
  expect(await work(fileId)).toMatchObject({ state: "imported", summary: { updated: 1 }, canUndo: true });
  await expect(command("imports.undo", { fileId }, "bookkeeper")).rejects.toMatchObject(refused);
  await command("imports.undo", { fileId }, "admin");
  expect(await work(fileId)).toMatchObject({ state: "undone" });
});

test("of a customer who isn't there, it is told by the file's own heading", async () => {
  const fileId = await sentId("Number,Credit limit\nC-404,1\n", { kind: "limits", role: "owner" });
  expect((await work(fileId)).look).toMatchObject({
    faultCount: 1,
    faults: [{ column: "Number", says: "No such customer: “C-404”.", rows: [2] }],
  });
});

// A file of limits at the door: it is brought in, and taken back, by who may change one limit, and by nobody else.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import type { Role } from "@/domain/permission.ts";
import { ask, owner, read, send, sentId, withShops, work } from "./testing/import-desk.ts";

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

test("limits of new customers come in with who may set one, or stay out", async () => {
  const body = "Number,Name,Credit limit\nC-900,Alder,500.00\n";
  const fileId = await sentId(body, { kind: "customers" });
  const { asked, plan, look } = await work(fileId);
  const refused = { cause: { code: "import-sets-limits" } };
  await expect(command("imports.start", { fileId, asked }, "bookkeeper")).rejects.toMatchObject(refused);
  const at = look?.columns.find(({ field }) => field === "creditLimit")?.at;
  const columns = { ...plan.columns, [String(at)]: "" };
  await command("imports.look", { fileId, plan: { ...plan, columns } }, "bookkeeper");
  const again = await work(fileId);
  await command("imports.start", { fileId, asked: again.asked }, "bookkeeper");
  expect(await work(fileId)).toMatchObject({ state: "imported", summary: { newCustomers: 1 } });
  const [account] = await readBooks(await owner(), ({ tx }) =>
    tx.execute(sql`
      select a.limit_cents, a.charging_allowed from books.accounts a join books.customers c on c.id = a.customer_id
      where c.number = 'C-900'`),
  );
  expect(account).toEqual({ limit_cents: null, charging_allowed: false });
});

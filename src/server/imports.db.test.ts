// A file from the door to the books and back: who may send one, what is taken, what a look says, that an import is all or
// nothing, and what is handed out; the worker's part is done here by its own function.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { present } from "@/domain/assert.ts";
import type { ImportFileRow } from "@/domain/imports/file.ts";
import type { ImportKind } from "@/domain/imports/fields.ts";
import { LARGEST_IMPORT } from "@/domain/imports/file.ts";
import { env } from "@/env.ts";
import { answerFaults, answerImportFile, answerTemplate } from "./import-files.ts";
import {
  ask,
  caller,
  command,
  fileOf,
  holds,
  owner,
  read,
  row,
  send,
  sentId,
  start,
  withShops,
  work,
} from "./testing/import-desk.ts";

type Sent = NonNullable<Parameters<typeof send>[1]>;

withShops();

test("sent, looked at, imported, undone: each step says what it did", async () => {
  const fileId = await sentId(fileOf(row("10.50", "2026-01-20"), row("20.00")));
  const looked = await work(fileId);
  expect(looked).toMatchObject({
    state: "ready",
    kind: "receivables",
    by: "Anyone",
    fault: null,
    canUndo: false,
  });
  expect(looked.look).toMatchObject({
    figures: { invoices: 2, payments: 1, totalCents: 30_50, openCents: 20_00 },
    newCustomers: 2,
    questions: [],
    faultCount: 0,
  });
  await start(fileId);
  expect((await read(fileId)).state).toBe("importing");
  const done = await work(fileId);
  expect(done).toMatchObject({
    state: "imported",
    summary: { invoices: 2, payments: 1, newCustomers: 2, totalCents: 30_50, openCents: 20_00 },
    canUndo: true,
  });
  const [who] = await readBooks(await owner(), ({ tx }) =>
    tx.execute(sql`select imported_by as by from books.imports where file_id = ${fileId}::uuid`),
  );
  expect(who).toEqual({ by: "Anyone" });
  await command("imports.undo", { fileId });
  expect(await read(fileId)).toMatchObject({ state: "undoing", canUndo: false });
  expect(await work(fileId)).toMatchObject({ state: "undone", undoneBy: "Anyone", canUndo: false });
  await holds();
});

test.each<[string, Sent, number]>([
  ["by an owner", { role: "owner" }, 200],
  ["by a clerk", { role: "clerk" }, 403],
  ["by a viewer", { role: "viewer" }, 403],
  ["signed out", { role: null }, 401],
  ["from another site", { headers: { origin: "https://evil.example" } }, 403],
  ["from nowhere", { headers: {} }, 403],
  ["of no kind", { kind: "people" }, 404],
  ["too large", { headers: { origin: env().APP_URL, "content-length": String(LARGEST_IMPORT + 1) } }, 413],
])("sent %s: %s", async (_what, sent, status) => {
  expect((await send(fileOf(row()), sent)).status).toBe(status);
});

test("to a stranger the business isn't there, nor its files", async () => {
  expect((await send("a,b", { stranger: true })).status).toBe(404);
  const fileId = await sentId(fileOf(row()));
  const stranger = await caller("owner", "theirs");
  const asked = new Request("http://here/x");
  expect((await answerImportFile(asked, stranger, fileId)).status).toBe(404);
  expect((await answerFaults(asked, stranger, fileId)).status).toBe(404);
  expect((await answerImportFile(asked, await caller("clerk"), fileId)).status).toBe(403);
  expect((await answerTemplate(asked, await caller("viewer"), "receivables")).status).toBe(403);
});

test("sent twice under one key it is kept once; nothing at all isn't a file", async () => {
  const [key, body] = [randomUUID(), fileOf(row())];
  expect(await sentId(body, { key })).toBe(await sentId(body, { key }));
  expect((await send(fileOf(row()), { key })).status).toBe(409);
  expect((await send("")).status).toBe(422);
});

test("what a file leaves open is asked, answered, and remembered for the next with its headings", async () => {
  const head = "Kunde,Rechnungsnummer,Datum,Fällig,Betrag,Bezahlt am";
  const body = (number: string) => `${head}\nMüller,${number},01/02/2026,01/03/2026,"1.190",\n`;
  const fileId = await sentId(body("R-1"));
  const looked = await work(fileId);
  expect(looked.look?.questions.map(({ key }) => key).sort()).toEqual(["days", "decimal", "way"]);
  await expect(start(fileId)).rejects.toMatchObject({
    cause: { code: "import-asks" },
  });
  const plan = {
    ...present(looked.look, "it was looked at").plan,
    days: "dmy",
    decimal: ",",
    way: "history",
  };
  await command("imports.look", { fileId, plan });
  expect((await work(fileId)).look).toMatchObject({ questions: [], figures: { totalCents: 1_190_00 } });
  await start(fileId);
  await work(fileId);
  const next = await work(await sentId(body("R-2")));
  expect(next).toMatchObject({
    state: "ready",
    plan: { days: "dmy", decimal: "," },
    look: { questions: [] },
  });
  // What was answered for another file is no answer where this one settles it by itself.
  const settled = `${head}\nMüller,R-3,02/13/2026,03/15/2026,10.50,\n`;
  const other = await work(await sentId(settled));
  expect(other.look).toMatchObject({ questions: [], faultCount: 0, figures: { totalCents: 10_50 } });
  expect(other.plan).toMatchObject({ days: null, decimal: null, way: "history" });
  await holds();
});

test("faults refuse the whole file, are handed out whole, and may be left out", async () => {
  const fileId = await sentId(fileOf(row("much"), row("7.00"), row("5.00", "2026-01-01")));
  expect(await work(fileId)).toMatchObject({ state: "ready", look: { faultCount: 2 } });
  await expect(start(fileId)).rejects.toMatchObject({
    cause: { code: "file-refused" },
  });
  const faults = await answerFaults(new Request("http://here/x"), await caller("bookkeeper"), fileId);
  expect(faults.headers.get("content-disposition")).toContain("attachment");
  const lines = (await faults.text()).trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^2,Amount,/);
  const { plan } = await read(fileId);
  await command("imports.look", { fileId, plan: { ...plan, leaveFaulty: true } });
  await work(fileId);
  await start(fileId);
  expect(await work(fileId)).toMatchObject({ state: "imported", summary: { invoices: 1, leftOut: 2 } });
  await holds();
});

test("amounts that come to more than can be added up are refused in words at the look and at the import", async () => {
  const asOwner = await owner();
  const counted = () =>
    readBooks(asOwner, ({ tx }) =>
      tx.execute(sql`
      select (select count(*) from books.events)::int as events, (select count(*) from books.customers)::int as customers`),
    );
  const before = await counted();
  const giants = (count: number) => fileOf(...Array.from({ length: count }, () => row("99999999999.99")));
  const refused = {
    state: "failed",
    fault: { code: "sum-too-large", message: expect.stringContaining("more than they can add up") },
  };
  const seen = await sentId(giants(230));
  expect(await work(seen)).toMatchObject(refused);
  await expect(start(seen)).rejects.toThrow();
  // So many can be told, and not be owed at once.
  const told = await sentId(giants(130));
  expect(await work(told)).toMatchObject({ state: "ready", look: { figures: { invoices: 130 } } });
  await start(told);
  expect(await work(told)).toMatchObject(refused);
  expect(await counted()).toEqual(before);
  await holds();
});

test("the same content again is told, and refused while the first stands", async () => {
  const body = fileOf(row());
  const first = await sentId(body);
  await work(first);
  await start(first);
  await work(first);
  const again = await sentId(body);
  expect((await work(again)).look?.already).toMatchObject({ by: "Anyone" });
  await expect(start(again)).rejects.toMatchObject({
    cause: { code: "already-imported" },
  });
});

test("an import that was called off leaves nothing, and can be looked at again", async () => {
  const fileId = await sentId(fileOf(row()));
  const { look } = await work(fileId);
  await start(fileId);
  await command("imports.cancel", { fileId });
  expect(await work(fileId)).toMatchObject({ state: "failed", fault: { code: "import-cancelled" } });
  await command("imports.look", { fileId, plan: present(look, "it was looked at").plan });
  expect(await work(fileId)).toMatchObject({ state: "ready", fault: null });
  await command("imports.discard", { fileId });
  await expect(read(fileId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { files } = (await ask("imports.list", {})) as { files: ImportFileRow[] };
  expect(files.map((file) => file.fileId)).not.toContain(fileId);
});

test("what is no table says so on the file, and stays as it was sent", async () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
  const fileId = await sentId(picture);
  expect(await work(fileId)).toMatchObject({ state: "failed", fault: { code: "file-unreadable" } });
  const kept = await answerImportFile(new Request("http://here/x"), await caller("bookkeeper"), fileId);
  expect(new Uint8Array(await kept.arrayBuffer())).toEqual(picture);
  expect(Object.fromEntries(kept.headers)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": "attachment; filename*=UTF-8''old.csv",
    "x-content-type-options": "nosniff",
  });
});

test("a workbook comes in whole, over more parts than one", async () => {
  const workbook = await readFile("src/domain/testdata/imports/workbook.xlsx");
  const { look } = await work(await sentId(workbook));
  expect(look).toMatchObject({
    format: "Excel, sheet “Open items”",
    figures: { invoices: 2, totalCents: 1_330_50 },
  });
  const long = fileOf(...Array.from({ length: 40_000 }, () => row()));
  const fileId = await sentId(long);
  expect((await work(fileId)).look?.figures.rows).toBe(40_000);
  const kept = await answerImportFile(new Request("http://here/x"), await caller("bookkeeper"), fileId);
  expect(await kept.text()).toBe(long);
}, 60_000);

// Limits and contacts are of customers who are there: those of the template before them.
test.each<[ImportKind, string[]]>([
  ["customers", []],
  ["limits", []],
  ["contacts", []],
  ["receivables", ["way"]],
  ["payments", []],
  ["products", []],
])("the template of %s has two rows as an example, and asks %j", async (kind, asks) => {
  const answer = await answerTemplate(new Request("http://here/x"), await caller("bookkeeper"), kind);
  const text = await answer.text();
  expect(text.trim().split("\r\n")).toHaveLength(3);
  const fileId = await sentId(text, { kind, role: "owner" });
  const { look, asked } = await work(fileId);
  expect(look).toMatchObject({ faultCount: 0, figures: { rows: 2 } });
  expect(look?.questions.map(({ key }) => key)).toEqual(asks);
  if (kind !== "customers") return;
  await ask("imports.start", { commandKey: randomUUID(), fileId, asked }, "owner");
  expect(await work(fileId)).toMatchObject({ state: "imported", summary: { newCustomers: 2 } });
});

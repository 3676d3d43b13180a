// What happens to a file while it is worked on: it is called off, or somebody else reads it another way. And what the
// operator's line brought in is a file like others.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { present } from "@/domain/assert.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { answerImportFile } from "./import-files.ts";
import { importNow, lookNow } from "./import-now.ts";
import {
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

withShops();

test("an undoing that was called off, or found something in its way, leaves the import as it was", async () => {
  const fileId = await sentId(fileOf(row("10.50", "2026-01-20")));
  await work(fileId);
  await start(fileId);
  await work(fileId);
  await command("imports.undo", { fileId });
  await expect(command("imports.undo", { fileId })).rejects.toMatchObject({ cause: { code: "import-busy" } });
  await command("imports.cancel", { fileId });
  expect(await work(fileId)).toMatchObject({ state: "imported", fault: { code: "import-cancelled" } });
  await holds();
  await command("imports.undo", { fileId });
  const [invoice] = await readBooks(await owner(), ({ tx }) =>
    tx.execute<{ event: number }>(sql`
      select e.number as event from books.events e join books.imports i on e.command_id = i.command_id
      where i.file_id = ${fileId}::uuid and e.kind = 'payment'`),
  );
  const { event } = present(invoice, "a payment came in");
  await command("events.reverse", { eventId: event, on: "2026-03-01", reason: "wrong", customerNote: "" });
  expect(await work(fileId)).toMatchObject({ state: "imported", fault: { code: "import-in-use" } });
  await holds();
});

test("what is started is the look that was seen", async () => {
  const fileId = await sentId(fileOf(row("10.50", "2026-01-20")));
  const seen = await work(fileId);
  const { plan } = present(seen.look, "it was looked at");
  await command("imports.look", { fileId, plan: { ...plan, way: "open" } });
  await work(fileId);
  await expect(command("imports.start", { fileId, asked: seen.asked })).rejects.toMatchObject({
    cause: { code: "import-changed" },
  });
});

test("what the operator's line brought in is kept, listed, and undone like a file that was sent", async () => {
  const body = fileOf(row("10.50", "2026-01-20"), row("much"));
  const plan = { ...planFor("receivables"), way: "history" as const, leaveFaulty: true };
  const file = { name: "line.csv", bytes: Buffer.from(body), plan };
  const { fileId } = await importNow(await owner(), file, await lookNow(await owner(), file));
  expect(await read(fileId)).toMatchObject({
    state: "imported",
    name: "line.csv",
    summary: { invoices: 1, leftOut: 1 },
    canUndo: true,
  });
  const kept = await answerImportFile(new Request("http://here/x"), await caller("bookkeeper"), fileId);
  expect(await kept.text()).toBe(body);
  await command("imports.undo", { fileId });
  expect(await work(fileId)).toMatchObject({ state: "undone" });
  await holds();
});

test("a look says how far it is, and is called off on the way", async () => {
  const fileId = await sentId(fileOf(...Array.from({ length: 60_000 }, () => row())));
  const working = work(fileId);
  await expect
    .poll(async () => (await read(fileId)).progress, { timeout: 30_000, interval: 50 })
    .toMatchObject({ of: expect.any(Number) as number });
  await command("imports.cancel", { fileId });
  expect(await working).toMatchObject({ state: "failed", fault: { code: "import-cancelled" }, look: null });
}, 60_000);

test("of one person's files one comes in at a time; beyond those that wait, one is told when to try again", async () => {
  const sent = await Promise.all(Array.from({ length: 16 }, () => send(fileOf(row()))));
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200, 429]));
  expect(sent.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("5");
});

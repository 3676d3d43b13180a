// What the night does: each business is proven once, in its own night and no other, and never runs out of months.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { readBooks } from "@/books/open.ts";
import { isShortOfPeriods } from "@/books/business/periods.ts";
import { readProofs } from "@/books/business/proofs.ts";
import { businessBySlug } from "@/db/directory/businesses.ts";
import { closePool } from "@/db/client.ts";
import { discardFile, keepFile } from "@/books/imports/files.ts";
import { present } from "@/domain/assert.ts";
import { systemIn } from "../actor.ts";
import { hourIn, setClock } from "../clock.ts";
import { runNightlyJob } from "./nightly.ts";
import { prove } from "./prove.ts";
import { PROOF_QUEUE, proofUnderWay, queue } from "./queue.ts";

let boss: Awaited<ReturnType<typeof queue>>;
beforeAll(async () => {
  boss = await queue();
});
afterEach(() => setClock(null));
afterAll(async () => {
  await boss.stop({ graceful: false });
  await closePool();
});

async function shop(zone: string) {
  const ledger = await freshBusiness({ zone });
  await ledger.customer("Greenleaf").invoice("100.00", "2026-01-31").write();
  const business = present(await businessBySlug(ledger.slug), "it is there");
  return { ...ledger, business, id: business.id };
}
const asked = async (tenant: string) => (await boss.findJobs(PROOF_QUEUE, { key: tenant })).length;

test("the hour is the business's own", () => {
  setClock("2026-07-01T07:30:00Z");
  expect(
    ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"].map((zone) => hourIn(zone)),
  ).toEqual([7, 3, 13, 21]);
  setClock("2026-07-01T04:30:00Z");
  expect(hourIn("America/New_York")).toBe(0);
});

test("a proof is asked for in the business's night, once, and kept", async () => {
  const newYork = await shop("America/New_York");
  const berlin = await shop("Europe/Berlin");
  setClock("2026-07-01T07:30:00Z"); // 3:30 in New York, 9:30 in Berlin
  for (const { business } of [newYork, newYork, berlin]) await runNightlyJob(boss, business);
  expect([await asked(newYork.id), await asked(berlin.id)]).toEqual([1, 0]);
  expect(await proofUnderWay(newYork.id)).toMatchObject({ running: false });
  await prove({ tenant: newYork.id }, "test-proof-1");
  expect(await newYork.read((books) => readProofs(books, 5))).toMatchObject([{ events: 1, broken: [] }]);
  await boss.deleteQueuedJobs(PROOF_QUEUE);
  await runNightlyJob(boss, newYork.business);
  expect(await asked(newYork.id)).toBe(0);
});

test("what is broken is kept with its rows", async () => {
  const { id, read, change } = await shop("UTC");
  // A number left out is all that the app's own role could do wrong.
  await change(({ tx }) =>
    tx.execute(sql`update books.counters set next = next + 1 where series = 'payment'`),
  );
  await prove({ tenant: id }, "test-proof-2");
  const [proof] = await read((books) => readProofs(books, 1));
  expect(proof?.broken).toEqual([
    { id: "I12", says: "payment numbers have no gap", rows: [{ series: "payment", missing: "1" }] },
  ]);
});

test("files that were sent and discarded are cleared away, and no others", async () => {
  const { business, change, read } = await shop("UTC");
  const send = (name: string) =>
    change((books) =>
      keepFile(books, { kind: "receivables", name, size: 1, hash: new Uint8Array(32) }, partsOf("x")),
    );
  const [gone, kept] = [await send("gone.csv"), await send("kept.csv")];
  await change((books) => discardFile(books, gone.fileId));
  await runNightlyJob(boss, business);
  const left = () =>
    read(async ({ tx }) => {
      const rows = await tx.execute<{ id: string }>(sql`
        select f.id from books.import_files f join books.import_parts p on p.file_id = f.id order by f.name`);
      return rows.map(({ id }) => id);
    });
  expect(await left()).toEqual([gone.fileId, kept.fileId]);
  await change(({ tx }) =>
    tx.execute(sql`
      update books.import_files set discarded_at = discarded_at - interval '61 minutes' where discarded_at is not null`),
  );
  await runNightlyJob(boss, business);
  expect(await left()).toEqual([kept.fileId]);
});

async function* partsOf(text: string) {
  yield await Promise.resolve(Buffer.from(text));
}

test("who was declined credit a year ago is forgotten, once, and the log says so", async () => {
  const { business, change, read } = await shop("UTC");
  const night = () => runNightlyJob(boss, business);
  await change(({ tx }) =>
    tx.execute(sql`
      insert into books.credit_applications (business, contact, email, phone, address, tax_number, years, monthly, wanted, named,
        consent, state, decided_by, decided_at)
      select 'Alder', 'Dana', 'd@alder.example', '555 0101', '1 Elm St', '', 1, 1, 1, '[]', 'x', 'declined', 'Olive',
        now() - age from unnest(array[interval '11 months', interval '13 months']) age`),
  );
  await night();
  await night();
  const names = await read(({ tx }) =>
    tx.execute<{ business: string }>(sql`select business from books.credit_applications order by decided_at`),
  );
  expect(names.map((row) => row.business)).toEqual(["", "Alder"]);
  const told = await read(({ tx }) =>
    tx.execute(sql`select id from books.audit_entries where action = 'applications.forget'`),
  );
  expect(told).toHaveLength(1);
});

test("months are made before they run out, whatever the hour", async () => {
  const { slug } = await freshBusiness({ zone: "UTC", today: "2024-06-30" });
  setClock("2026-07-01T12:00:00Z");
  const business = present(await businessBySlug(slug), "it is there");
  const short = () => readBooks(systemIn(business, "test"), isShortOfPeriods);
  expect(await short()).toBe(true);
  await runNightlyJob(boss, business);
  expect(await short()).toBe(false);
});

// Drafts of invoices: saved as they are typed, shared with the version check, never a day off.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { day } from "@/domain/values/day.ts";
import { discardDraft, listDrafts, readDraft, saveDraft, startDraft } from "./drafts.ts";
import { duplicateInvoice } from "./copy-invoice.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { draftOf, item } from "../testing/drafts.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const draft = (more: Partial<DraftInput> = {}) =>
  inputOf(DraftInput, draftOf({ customerId: greenleaf.customerId, lines: [item("2", "50")], ...more }));
const start = (more: Partial<DraftInput> = {}) => business.change((books) => startDraft(books, draft(more)));
const save = (draftId: string, version: number, more: Partial<DraftInput> = {}) =>
  business.change((books) => saveDraft(books, { draftId, version, draft: draft(more) }));
const read = (draftId: string) => business.read((books) => readDraft(books, draftId));

test("it is kept as it was typed, right or wrong, and posts nothing", async () => {
  const typed = { number: "X", retainage: "some", lines: [item("two", "1,5,0"), item("3", "")] };
  const { draftId } = await start({ ...typed, customerId: null, issuedOn: null, terms: "" });
  expect(await read(draftId)).toMatchObject({
    version: 1,
    changedBy: "Onaccount",
    corrects: null,
    draft: { ...typed, customerId: null, issuedOn: null, dueOn: null },
  });
  const [count] = await business.read(({ tx }) =>
    tx.execute(sql`
      select (select count(*) from books.events)::int as events, (select count(*) from books.invoices)::int as invoices,
        (select next from books.counters where series = 'invoice') as next`),
  );
  expect(count).toEqual({ events: 0, invoices: 0, next: 1 });
});

test("who saves over a colleague is told what stands now, and nothing is written", async () => {
  const { draftId, version } = await start();
  const saved = await save(draftId, version, { poNumber: "PO-7" });
  expect(saved).toEqual({ version: 2 });
  await expect(save(draftId, version, { poNumber: "PO-8" })).rejects.toMatchObject({
    code: "changed-meanwhile",
    details: { version: 2, now: { poNumber: "PO-7" }, by: "Onaccount" },
  });
  expect((await read(draftId)).draft.poNumber).toBe("PO-7");
});

test("of two who save at once one is first, and the other hears of it", async () => {
  const { draftId, version } = await start();
  const both = await Promise.allSettled(["A", "B"].map((poNumber) => save(draftId, version, { poNumber })));
  expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await read(draftId)).version).toBe(2);
});

test.each(["Pacific/Pago_Pago", "Pacific/Kiritimati", "America/New_York", "UTC"])(
  "in %s it keeps its days, opened and saved ten times, across a change of clocks too",
  async (zone) => {
    vi.stubEnv("TZ", zone);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    // Clocks changed in New York on 8 March and 1 November 2026.
    for (const [issuedOn, dueOn] of [
      ["2026-03-08", "2026-11-01"],
      ["2026-01-01", "2026-12-31"],
      ["2024-02-29", "2024-02-29"],
    ] as const) {
      const days = { issuedOn: day(issuedOn), dueOn: day(dueOn), terms: "" };
      const { draftId } = await start(days);
      for (let n = 1; n <= 10; n++) {
        const opened = await read(draftId);
        expect(opened.draft).toMatchObject(days);
        await business.change((books) =>
          saveDraft(books, {
            draftId,
            version: n,
            draft: draft({ ...opened.draft, lines: [...opened.draft.lines], taxes: [], poNumber: `${n}` }),
          }),
        );
      }
      expect((await read(draftId)).draft).toMatchObject(days);
    }
  },
);

test("listed for all, the last one changed first, without those that are gone", async () => {
  const one = await start({ poNumber: "1" });
  const two = await start({ customerId: null, lines: [] });
  await save(one.draftId, 1);
  const list = () => business.read((books) => listDrafts(books));
  expect((await list()).rows.map((row) => [row.draftId, row.customerName, row.totalCents])).toEqual([
    [one.draftId, "Greenleaf", 100_00],
    [two.draftId, null, null],
  ]);
  const { customerId } = greenleaf;
  expect((await business.read((books) => listDrafts(books, customerId))).rows).toHaveLength(1);
  await business.change((books) => discardDraft(books, { draftId: two.draftId, version: 1 }));
  expect((await list()).rows).toHaveLength(1);
  await expect(save(two.draftId, 2)).rejects.toMatchObject({ code: "draft-closed" });
  await expect(read(two.draftId)).rejects.toMatchObject({ code: "draft-closed" });
});

test("nothing that isn't there is named, and no job of another customer", async () => {
  const other = await business.customer("Neighbour").write();
  const [job] = await business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.jobs (customer_id, currency, number, name) values (${other.customerId}::uuid, 'USD', 'J-1', 'Patio') returning id`),
  );
  const nobody = randomUUID();
  const theirs = job?.id ?? "";
  await expect(start({ customerId: nobody })).rejects.toMatchObject({
    code: "not-found",
    field: "customerId",
  });
  await expect(start({ jobId: nobody })).rejects.toMatchObject({ code: "not-found", field: "jobId" });
  await expect(start({ jobId: theirs })).rejects.toMatchObject({ code: "job-of-another", field: "jobId" });
  await expect(start({ lines: [{ ...item("1", "1"), productId: nobody }] })).rejects.toMatchObject({
    code: "not-found",
    field: "lines.0.productId",
  });
  const { draftId } = await start({ customerId: other.customerId, jobId: theirs });
  await expect(save(draftId, 1, { jobId: theirs })).rejects.toMatchObject({ code: "job-of-another" });
  await expect(save(nobody, 1)).rejects.toMatchObject({ code: "not-found" });
});

test("a copy of an invoice is a draft of today with the same lines, as the business writes numbers", async () => {
  await business.account(greenleaf).invoice("1234.50", "2026-02-01", { for: "Wall" }).write();
  const [invoice] = await business.read(({ tx }) =>
    tx.execute<{ id: string }>(sql`select id from books.invoices`),
  );
  const { draftId } = await business.change((books) =>
    duplicateInvoice(books, { invoiceId: invoice?.id ?? "", locale: "de-DE" }),
  );
  expect(await read(draftId)).toMatchObject({
    corrects: null,
    draft: {
      customerId: greenleaf.customerId,
      issuedOn: "2026-06-30",
      locale: "de-DE",
      lines: [{ kind: "item", description: "Wall", quantity: "1", unitPrice: "1234,5" }],
    },
  });
});

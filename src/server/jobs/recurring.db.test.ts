// The worker's hour: every due invoice is made, one that can't be is told on it, and stops no other.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, expect, test } from "vitest";
import { startSchedule } from "@/books/invoices/recurring.ts";
import { listSchedules } from "@/books/invoices/recurring-list.ts";
import { recordInvoice } from "@/books/invoices/invoices.ts";
import { createJob } from "@/books/jobs/jobs.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { businessBySlug } from "@/db/directory/businesses.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewSchedule } from "@/domain/invoices/recurring-input.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { systemIn } from "../actor.ts";
import { setClock } from "../clock.ts";
import { runRecurring } from "./recurring.ts";

afterEach(() => setClock(null));
afterAll(closePool);

test("a closed job's isn't made and says so, the others' are; on the business's own day, once", async () => {
  const ledger = await freshBusiness({ zone: "America/New_York", today: "2026-06-30" });
  const { customerId, accountId } = await ledger.customer("Greenleaf").write();
  const office = { members: [], mayLimit: true };
  const { jobId } = await ledger.change((books) =>
    createJob(books, inputOf(NewJob, { customerId, name: "Patio" }), office),
  );
  const like = async (more: { jobId?: string }) => {
    const lines = [{ description: "Care", totalCents: cents(50_00) }];
    const { invoiceId } = await ledger.change((books) =>
      recordInvoice(books, inputOf(NewInvoice, { accountId, issuedOn: day("2026-06-01"), lines, ...more })),
    );
    const given = {
      like: { kind: "invoice", id: invoiceId },
      every: "month",
      day: 30,
      startsOn: day("2026-06-30"),
    } as const;
    const schedule = inputOf(NewSchedule, { ...given, endsOn: null, count: null, as: "issued" });
    return ledger.change((books) => startSchedule(books, schedule, "en-US"));
  };
  await like({ jobId });
  await like({});
  await ledger.change(({ tx }) =>
    tx.execute(sql`update books.jobs set status = 'closed' where id = ${jobId}::uuid`),
  );
  const business = present(await businessBySlug(ledger.slug), "it is there");
  const work = (instant: string) => {
    setClock(instant);
    return runRecurring(systemIn(business, `night-${instant}`));
  };
  // Late on the 29th in New York.
  expect(await work("2026-06-30T03:30:00Z")).toBe(0);
  expect(await work("2026-06-30T04:30:00Z")).toBe(1);
  expect(await work("2026-06-30T05:30:00Z")).toBe(0);
  const { rows } = await ledger.read((books) => listSchedules(books, {}));
  expect(rows.map(({ jobId: job, made, nextOn, fault }) => [job !== null, made, nextOn, fault])).toEqual([
    [true, 0, "2026-06-30", expect.stringContaining("This job is closed")],
    [false, 1, "2026-07-30", null],
  ]);
});

test("one that is to be mailed goes to the customer once, and isn't made while there is no address", async () => {
  const ledger = await freshBusiness({ zone: "UTC", today: "2026-06-30" });
  const { customerId, accountId } = await ledger.customer("Greenleaf").write();
  const lines = [{ description: "Care", totalCents: cents(50_00) }];
  const { invoiceId } = await ledger.change((books) =>
    recordInvoice(books, inputOf(NewInvoice, { accountId, issuedOn: day("2026-06-01"), lines })),
  );
  const every = { every: "week", day: null, endsOn: null, count: null, as: "mailed" } as const;
  const like = { kind: "invoice", id: invoiceId } as const;
  const schedule = inputOf(NewSchedule, { like, startsOn: day("2026-06-30"), ...every });
  const start = () => ledger.change((books) => startSchedule(books, schedule, "en-US"));
  const writeTo = (email: string | null) =>
    ledger.change(({ tx }) =>
      tx.execute(sql`update books.customers set email = ${email} where id = ${customerId}::uuid`),
    );
  await writeTo(null);
  await expect(start()).rejects.toThrow(expect.objectContaining({ code: "nothing-to-send" }));
  await writeTo("ap@greenleaf.example");
  await start();
  await writeTo(null);
  const business = present(await businessBySlug(ledger.slug), "it is there");
  const work = (instant: string) => {
    setClock(instant);
    return runRecurring(systemIn(business, `night-${instant}`));
  };
  const mails = () =>
    ledger.read(({ tx }) =>
      tx.execute(sql`
        select o.recipient, o.status, v.issued_on from books.outbox o join books.invoices v on v.id = o.invoice_id order by 3`),
    );
  expect(await work("2026-06-30T08:00:00Z")).toBe(0);
  const { rows } = await ledger.read((books) => listSchedules(books, {}));
  expect(rows[0]).toMatchObject({ made: 0, fault: expect.stringContaining("no e-mail address") });
  await writeTo("ap@greenleaf.example");
  expect(await work("2026-06-30T09:00:00Z")).toBe(1);
  expect(await work("2026-06-30T10:00:00Z")).toBe(0);
  expect(await mails()).toEqual([
    { recipient: "ap@greenleaf.example", status: "queued", issued_on: "2026-06-30" },
  ]);
});

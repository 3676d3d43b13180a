// An address that mail came back from, in a run: it is told in the rehearsal, and isn't mailed.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { NewContact } from "@/domain/customers/contact-input.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { addContact } from "../customers/contacts.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { noteReturned } from "./bounces.ts";
import { deliverBatch, endRun, makeBatch, readUndelivered, rehearseBatch } from "./make-run.ts";
import { listRunEntries, readRunExceptions } from "./run-list.ts";
import { approveRun, readRun, startRun } from "./runs.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };

afterAll(closePool);

test("the bounced address is told, and only the others are mailed", async () => {
  const business = await freshBusiness();
  const owing = business.customer("Owes", { email: "ap@owes.example" }).invoice("100.00", "2026-01-05");
  const { customerId } = await owing.write();
  await business.customer("Current", { email: "ap@current.example" }).invoice("50.00", "2026-02-20").write();
  const made = async (asOf: Day, more: object = {}) => {
    const asked = inputOf(NewRun, { kind: "open-item", asOf, deliver: "mail", ...more });
    const { runId } = await business.change((books) => startRun(books, asked));
    const run = await business.read((books) => readRun(books, runId));
    while (await business.change((books) => rehearseBatch(books, LETTERHEAD, run)));
    await business.change((books) => approveRun(books, { runId }));
    while ((await business.change((books) => makeBatch(books, LETTERHEAD, run))).taken > 0);
    const waiting = await business.read((books) => readUndelivered(books, runId, 100));
    const mails = await business.change((books) => deliverBatch(books, run, waiting));
    await business.change((books) => endRun(books, run));
    const told = await business.read((books) => readRunExceptions(books, runId));
    const { rows } = await business.read((books) => listRunEntries(books, { runId }));
    const became = Object.fromEntries(
      rows.map(({ customerName, state, skipped }) => [customerName, skipped ?? state]),
    );
    return { told, became, to: mails.map(({ recipient }) => recipient).sort() };
  };
  expect((await made(day("2026-02-28"))).to).toEqual(["ap@current.example", "ap@owes.example"]);
  const bounce = { kind: "hard", code: "5.1.1", reason: "no such user" } as const;
  await business.change(async (books) => {
    const [mail] = await books.tx.execute<{ id: string }>(sql`
      update books.outbox set attempts = 1 where recipient = 'ap@owes.example' returning id`);
    return { noted: await noteReturned(books, mail?.id ?? "", { outcome: "bounced", bounce }) };
  });
  const { told, to } = await made(day("2026-02-27"));
  const owes = { customer: "C-0001", name: "Owes" };
  expect(told).toEqual([
    { ...owes, exception: "bounced" },
    { ...owes, exception: "no-address" },
  ]);
  expect(to).toEqual(["ap@current.example"]);
  // A run of mails and one of letters make one statement for each.
  const byMail = await made(day("2026-02-26"), { selection: { reachedBy: "mail" } });
  expect(byMail.became).toEqual({ Owes: "mail-back", Current: "made" });
  const byLetter = await made(day("2026-02-26"), { deliver: "print", selection: { reachedBy: "letter" } });
  expect(byLetter.became).toEqual({ Owes: "made", Current: "other-delivery" });
  const ann = { customerId, name: "Ann", email: "ann@owes.example", getsStatements: true };
  await business.change((books) => addContact(books, inputOf(NewContact, ann)));
  const reached = await made(day("2026-02-25"), { selection: { reachedBy: "mail" } });
  expect(reached.to).toEqual(["ann@owes.example", "ap@current.example"]);
});

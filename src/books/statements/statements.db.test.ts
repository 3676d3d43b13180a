// Statements: what is issued is numbered, frozen and proven, and says what the ledger said at that moment.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { direct } from "@/db/testing/direct.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { StatementRequest } from "@/domain/statements/statement-input.ts";
import { needed } from "@/env.ts";
import { recordInvoice } from "../invoices/invoices.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { beginMail, endMail, queueMail, readMails } from "./outbox.ts";
import {
  issueStatement,
  keepStatementFile,
  previewStatement,
  readStatement,
  readStatementFile,
} from "./statements.ts";
import { listStatements } from "./statement-list.ts";

const paperOf = (id: string) => ({ kind: "statement", id }) as const;

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { email: "ap@greenleaf.example", addressLines: ["1 Elm St"] })
    .invoice("100.00", "2026-01-31", { memo: "Mulch" })
    .paid("130.00", "2026-02-10", { reference: "4471" })
    .invoice("80.00", "2026-02-20")
    .write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const request = (more: Partial<StatementRequest> = {}): StatementRequest => ({
  customer: greenleaf.customerId,
  asOf: day("2026-02-28"),
  ...more,
});
const issue = (more?: Partial<StatementRequest>) =>
  business.change((books) => issueStatement(books, LETTERHEAD, request(more)));
const preview = (more?: Partial<StatementRequest>) =>
  business.read((books) => previewStatement(books, LETTERHEAD, request(more)));
const read = (statementId: string) => business.read((books) => readStatement(books, statementId));

test("a preview foots, has no number and stores nothing", async () => {
  const statement = await preview();
  expect(statement).toMatchObject({
    number: null,
    fromOn: "2026-02-01",
    openingCents: 100_00,
    closingCents: 50_00,
    lines: [
      { onDay: "2026-02-10", description: "Check 4471", creditCents: 130_00, balanceCents: -30_00 },
      { onDay: "2026-02-20", description: "Invoice INV-00002", chargeCents: 80_00, balanceCents: 50_00 },
    ],
    openItems: [{ number: "INV-00002", openCents: 80_00, paidCents: 0, daysPastDue: 8 - 30 }],
    aging: { current: 80_00, unappliedCents: 30_00, netCents: 50_00 },
  });
  const { rows } = await business.read((books) => listStatements(books, {}));
  expect(rows).toEqual([]);
});

test("issued, it has a number and stays what it was, whatever happens after", async () => {
  const { statementId, number, closingCents } = await issue();
  expect([number, closingCents]).toEqual(["S-00001", 50_00]);
  const before = await read(statementId);
  await business.account(greenleaf).paid("80.00", "2026-02-25").invoice("1.00", "2026-02-26").write();
  await business.change(({ tx }) => tx.execute(sql`update books.customers set name = 'Renamed'`));
  expect((await read(statementId)).statement).toEqual(before.statement);
  expect(before.statement).toEqual({ ...(await preview()), ...before.statement });
  expect((await preview()).closingCents).toBe(-29_00);
});

test("numbers have no gap, also with many at once and some that fail", async () => {
  const wanted = Array.from({ length: 9 }, (_, n) =>
    n % 3 === 0 ? issue({ asOf: day("2027-01-01") }) : issue(),
  );
  const results = await Promise.allSettled(wanted);
  const numbers = results.flatMap((each) => (each.status === "fulfilled" ? [each.value.number] : []));
  expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `S-0000${n}`));
});

test("one that is drawn up while others post still foots and knows its head", async () => {
  const posting = Array.from({ length: 8 }, (_, n) =>
    business
      .account(greenleaf)
      .paid(`${n + 1}.00`, "2026-02-27")
      .write(),
  );
  const numbers = await Promise.all([issue(), issue(), issue()]);
  await Promise.all(posting);
  expect(new Set(numbers.map((each) => each.number)).size).toBe(3);
});

test("it waits for what is being posted, and says it", async () => {
  let issued: ReturnType<typeof issue> | undefined;
  await business.change(async (books) => {
    const line = { description: "Late", totalCents: cents(7_00) };
    await recordInvoice(
      books,
      inputOf(NewInvoice, {
        accountId: greenleaf.accountId,
        issuedOn: day("2026-02-27"),
        lines: [line],
      }),
    );
    issued = issue();
    const first = await Promise.race([issued, new Promise((later) => setTimeout(later, 150, "waiting"))]);
    expect(first).toBe("waiting");
    return null;
  });
  expect((await issued)?.closingCents).toBe(57_00);
});

describe("what is asked for wrongly", () => {
  test.each<[string, Partial<StatementRequest>, string]>([
    ["a day to come", { asOf: day("2026-07-01") }, "date-in-future"],
    ["a range backwards", { fromOn: day("2026-03-01") }, "range-backwards"],
    ["an unknown customer", { customer: "nobody" }, "not-found"],
    ["an unknown id", { customer: "00000000-0000-4000-8000-000000000000" }, "not-found"],
  ])("%s", async (_what, more, code) => {
    await expect(preview(more)).rejects.toMatchObject({ code });
    await expect(issue(more)).rejects.toMatchObject({ code });
  });

  test.each(["", "x", "00000000-0000-4000-8000-000000000000"])("a statement %j is not found", async (id) => {
    await expect(read(id)).rejects.toMatchObject({ code: "not-found" });
  });
});

test("a customer without any event has a statement of nothing", async () => {
  const quiet = await business.customer("Quiet").write();
  const { statementId, closingCents } = await issue({ customer: quiet.customerId });
  expect(closingCents).toBe(0);
  expect((await read(statementId)).statement).toMatchObject({ lines: [], openItems: [], closingCents: 0 });
});

test("the days before the range are its opening, on any range", async () => {
  for (const [fromOn, opening] of [
    ["2026-01-01", 0],
    ["2026-02-01", 100_00],
    ["2026-02-10", 100_00],
    ["2026-02-11", -30_00],
    ["2026-02-28", 50_00],
  ] as const)
    expect((await preview({ fromOn: day(fromOn) })).openingCents).toBe(opening);
});

test("a stored copy that was tampered with is not shown as the statement", async () => {
  const { statementId } = await issue();
  // As the owner of the tables, and with the guard that would refuse switched off.
  const owner = direct(needed("MIGRATOR_DATABASE_URL"));
  const replace = (from: string, to: string) =>
    owner.begin(async (tx) => {
      await tx.unsafe("set local role onaccount_owner; alter table books.statements disable trigger user");
      await tx`update books.statements set snapshot = replace(snapshot, ${from}, ${to}) where id = ${statementId}`;
      await tx.unsafe("alter table books.statements enable trigger user");
    });
  await replace("Greenleaf", "Redleaf");
  await expect(read(statementId)).rejects.toThrow("is not what was stored");
  expect((await business.read(({ tx }) => runChecks(tx))).broken.map(({ id }) => id)).toEqual(["I15"]);
  await replace("Redleaf", "Greenleaf");
  await owner.end();
});

test("the first rendering is the file for good", async () => {
  const { statementId } = await issue();
  const keep = (text: string) =>
    business.change((books) => keepStatementFile(books, statementId, Buffer.from(text)).then(() => null));
  const file = () => business.read((books) => readStatementFile(books, statementId));
  expect(await file()).toBeNull();
  await keep("%PDF first");
  await keep("%PDF second");
  expect(Buffer.from((await file()) ?? []).toString()).toBe("%PDF first");
});

describe("the list", () => {
  test("newest first, in pages, of all or of one customer", async () => {
    const other = await business.customer("Neighbour").write();
    for (let n = 0; n < 52; n++) await issue();
    await issue({ customer: other.customerId });
    const page = (query: { customerId?: string; cursor?: string }) =>
      business.read((books) => listStatements(books, query));
    const [first, mine] = [await page({}), await page({ customerId: greenleaf.customerId })];
    expect(first.rows.map((row) => row.number).slice(0, 2)).toEqual(["S-00053", "S-00052"]);
    const second = await page({ cursor: first.next ?? "" });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 3, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.number)).size).toBe(53);
    expect(mine.rows.every((row) => row.customerName === "Greenleaf")).toBe(true);
    expect((await page({ cursor: "x" })).rows).toEqual(first.rows);
  });
});

describe("its mail", () => {
  test("is queued once per cause, and counted before it is sent", async () => {
    const { statementId } = await issue();
    const queue = (cause: string, recipient = "ap@greenleaf.example") =>
      business.change((books) => queueMail(books, { paper: paperOf(statementId), recipient, cause }));
    const same = await Promise.all([queue("first"), queue("first"), queue("first", "AP@greenleaf.example")]);
    expect(new Set(same.map((each) => each.outboxId)).size).toBe(1);
    expect(same.filter((each) => each.queued)).toHaveLength(1);
    expect((await queue("again")).queued).toBe(true);
    const outboxId = same[0]?.outboxId ?? "";
    expect(await business.change((books) => beginMail(books, outboxId))).toMatchObject({
      attempts: 1,
      status: "queued",
    });
    const end = (result: Parameters<typeof endMail>[2]) =>
      business.change((books) => endMail(books, outboxId, result).then(() => null));
    await end({ status: "sent" });
    await end({ status: "failed", error: "late" });
    const mails = await business.read((books) => readMails(books, paperOf(statementId)));
    expect(mails.find((mail) => mail.outboxId === outboxId)).toMatchObject({ status: "sent", lastError: "" });
    await expect(business.change((books) => beginMail(books, statementId))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("to more than one address, or with another header in it, is our mistake", async () => {
    const { statementId } = await issue();
    for (const recipient of ["v@x.example\r\nBcc: evil@e.example", "a@x.example,b@y.example", ""])
      await expect(
        business.change((books) => queueMail(books, { paper: paperOf(statementId), recipient, cause: "x" })),
      ).rejects.toThrow("broken claim: a mail goes to one address");
  });
});

// Applications for credit: kept as they came, answered once, into a customer who may charge to the limit, or with a reason.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listAttachments } from "./attachments.ts";
import { forgetCustomer } from "../customers/forgetting.ts";
import { readProfile } from "../customers/customer-profile.ts";
import { desk as atDesk } from "../testing/desk.ts";
import { applicationDesk, applicationForm } from "../testing/applying.ts";
import { keepApplication, listApplications, readApplication } from "./credit-applications.ts";
import {
  closeApplications,
  isApplicationCode,
  readApplicationCode,
  renewApplicationCode,
} from "./application-link.ts";
import { readCreditAccount } from "../credit/credit-account.ts";
import { changeCredit } from "../credit/credit-changes.ts";

const desk = applicationDesk();
const { apply, approve, decline, read, toldOf } = desk;
const listed = async (show?: "waiting" | "declined") =>
  (await desk.business.read((books) => listApplications(books, { show }))).rows;

test("kept as it came, with what was agreed to, its paper, and a score by rules that are named", async () => {
  const applicationId = await apply();
  expect(await desk.business.read((books) => readApplication(books, applicationId))).toMatchObject({
    business: "Alder Builders",
    monthlyCents: 4_000_00,
    wantedCents: 6_000_00,
    references: [
      { name: "Granite Supply", contact: "555 0199" },
      { name: "A friend", contact: "" },
    ],
    consent: expect.stringContaining("Test Supply may ask the references"),
    state: "waiting",
    score: { points: 83, of: 100 },
  });
  const papers = await desk.business.read((books) =>
    listAttachments(books, { kind: "application", id: applicationId }),
  );
  expect(papers).toMatchObject([{ name: "licence.pdf", mediaType: "application/pdf" }]);
  const wrong = { name: "x.exe", content: new TextEncoder().encode("MZ") };
  await expect(
    desk.business.change((books) => keepApplication(books, applicationForm(), wrong)),
  ).rejects.toMatchObject({
    code: "file-kind",
  });
  expect(await listed()).toHaveLength(1);
});

test("approved, they are a customer with a limit and terms, and may charge to the cent", async () => {
  const applicationId = await apply();
  const { customerId } = await approve(applicationId, { told: "Welcome" });
  const credit = await desk.business.read((books) => readCreditAccount(books, customerId));
  expect(credit).toMatchObject({
    name: "Alder Builders",
    canCharge: { kind: "amount", amountCents: 5_000_00 },
    changes: [{ reason: "Application of Alder Builders: Good references" }],
  });
  expect(await desk.business.read((books) => readProfile(books, customerId))).toMatchObject({
    terms: "net-15",
    email: "dana@alder.example",
    addressLines: ["1 Elm St", "Barre"],
  });
  const account = { customerId, accountId: credit.accountId, number: credit.customerNumber };
  await expect(atDesk(desk.business, account).charge(5_000_01, "2026-06-30")).rejects.toMatchObject({
    code: "over-limit",
  });
  await atDesk(desk.business, account).charge(5_000_00, "2026-06-30");
  expect(await toldOf(applicationId)).toMatchObject({
    state: "approved",
    told: "Welcome",
    limitCents: 5_000_00,
    terms: "net-15",
  });
  // Their paper stays where few look: with the application.
  const papers = await desk.business.read((books) =>
    listAttachments(books, { kind: "customer", id: customerId }),
  );
  expect(papers).toEqual([]);
});

test("whom it made isn't forgotten while it is kept", async () => {
  const { customerId } = await approve(await apply(null));
  await expect(desk.business.change((books) => forgetCustomer(books, customerId))).rejects.toMatchObject({
    code: "customer-in-use",
    details: { keeps: ["applications"] },
  });
});

test("who is a customer already gets the limit, and nobody is made anew", async () => {
  const known = await desk.business.customer("Alder", { number: "C-7" }).write();
  const { customerId } = await approve(await apply(null), { customerId: known.customerId });
  expect(customerId).toBe(known.customerId);
  const rows = await desk.business.read(({ tx }) => tx.execute(sql`select id from books.customers`));
  expect(rows).toHaveLength(1);
  await expect(approve(await apply(null), { customerId: crypto.randomUUID() })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("no application lifts a hold", async () => {
  const known = await desk.business.customer("Alder", { number: "C-7" }).write();
  await desk.business.change(async (books) => {
    const { accountId, decided } = await readCreditAccount(books, known.customerId);
    const held = { accountId, terms: { ...decided, status: "hold" as const }, seen: decided, reason: "Late" };
    await changeCredit(books, held);
  });
  await approve(await apply(null), { customerId: known.customerId });
  const { decided, canCharge } = await desk.business.read((books) =>
    readCreditAccount(books, known.customerId),
  );
  expect(decided).toMatchObject({ status: "hold", limit: { limitCents: 5_000_00 } });
  expect(canCharge.kind).toBe("refused");
});

test("answered once, however many answer at once; declined, it is kept with why, and they hear what they are told", async () => {
  const applicationId = await apply();
  const outcomes = await Promise.allSettled([
    approve(applicationId),
    approve(applicationId),
    decline(applicationId),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(approve(applicationId)).rejects.toMatchObject({ code: "answered-before" });
  const other = await apply();
  await decline(other, "You are too new to us.");
  expect(await read(other)).toMatchObject({ state: "declined", reason: "Too new", customerId: null });
  expect(await toldOf(other)).toMatchObject({
    told: "You are too new to us.",
    limitCents: null,
    terms: null,
  });
  expect((await listed("declined")).map((row) => row.applicationId)).toContain(other);
  expect(await listed("waiting")).toEqual([]);
  // Nor does the database let anybody answer it anew.
  const anew = sql`update books.credit_applications set state = 'waiting', change_id = null, decided_by = null, decided_at = null`;
  await expect(desk.business.change(({ tx }) => tx.execute(anew))).rejects.toMatchObject({
    cause: { code: "OA060" },
  });
});

test("those that wait come first, the longest waiting at the top, page by page; then what was answered, the latest first", async () => {
  const all: string[] = [];
  for (let at = 0; at < 6; at += 1) all.push(await apply(null));
  const [first, second, third, fourth, fifth, sixth] = all;
  await decline(first ?? "");
  await decline(fourth ?? "");
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const asked = cursor;
    const { rows, next } = await desk.business.read((books) => listApplications(books, { cursor: asked }, 2));
    seen.push(...rows.map(({ applicationId }) => applicationId));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual([second, third, fifth, sixth, fourth, first]);
});

test("a code opens the door until there is a new one or none", async () => {
  const opens = (code: string) => desk.business.read((books) => isApplicationCode(books, code));
  expect([await desk.business.read(readApplicationCode), await opens("")]).toEqual([null, false]);
  const { code } = await desk.business.change((books) => renewApplicationCode(books, randomUUID()));
  expect([await opens(code), await opens(`${code}x`), await opens("")]).toEqual([true, false, false]);
  const next = await desk.business.change((books) => renewApplicationCode(books, randomUUID()));
  expect([await opens(code), await opens(next.code)]).toEqual([false, true]);
  await desk.business.change(closeApplications);
  expect(await opens(next.code)).toBe(false);
});

// Applications for credit: kept as they came, answered once, into a customer who may charge to the limit, or with a reason.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { ApplicationForm } from "@/domain/credit/application.ts";
import { cents } from "@/domain/values/money.ts";
import { listAttachments } from "./attachments.ts";
import { forgetCustomer } from "../customers/forgetting.ts";
import { readProfile } from "../customers/customer-profile.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { desk } from "../testing/desk.ts";
import { approveLimit, declineLimit, withdrawLimit } from "../credit/limit-requests.ts";
import { approveApplication, declineApplication } from "./application-answers.ts";
import { readAnswerTold } from "./application-told.ts";
import { keepApplication, listApplications, readApplication } from "./credit-applications.ts";
import {
  closeApplications,
  isApplicationCode,
  readApplicationCode,
  renewApplicationCode,
} from "./application-link.ts";
import { readCreditAccount } from "../credit/credit-account.ts";
import { changeCredit } from "../credit/credit-changes.ts";
import type { Books } from "../open.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeEach(async () => {
  business = await freshBusiness();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const PDF = { name: "licence.pdf", content: new TextEncoder().encode("%PDF-1.4 a licence") };
const form = (more: object = {}) =>
  ApplicationForm.parse({
    business: "Alder Builders",
    contact: "Dana Alder",
    email: "dana@alder.example",
    phone: "555 0101",
    address: "1 Elm St\nBarre",
    taxNumber: "12-3",
    years: "12",
    monthly: "4000",
    wanted: "6000",
    reference1: "Granite Supply",
    contact1: "555 0199",
    reference2: "A friend",
    consent: "yes",
    ...more,
  });
const apply = async (file: typeof PDF | null = PDF) =>
  (await business.change((books) => keepApplication(books, form(), { file, called: "Hillside" })))
    .applicationId;
const approve = (applicationId: string, more: object = {}) =>
  business.change((books) =>
    approveApplication(books, {
      applicationId,
      creditCents: cents(5_000_00),
      terms: "net-15",
      reason: "Good references",
      told: "",
      ...more,
    }),
  );
const decline = (applicationId: string, told = "") =>
  business.change((books) => declineApplication(books, { applicationId, reason: "Too new", told }));
const read = (applicationId: string) => business.read((books) => readApplication(books, applicationId));
const toldOf = (applicationId: string) => business.read((books) => readAnswerTold(books, applicationId));
const listed = async (show?: "waiting" | "declined") =>
  (await business.read((books) => listApplications(books, { show }))).rows;

test("kept as it came, with what was agreed to, its paper, and a score by rules that are named", async () => {
  const applicationId = await apply();
  expect(await business.read((books) => readApplication(books, applicationId))).toMatchObject({
    business: "Alder Builders",
    monthlyCents: 4_000_00,
    wantedCents: 6_000_00,
    references: [
      { name: "Granite Supply", contact: "555 0199" },
      { name: "A friend", contact: "" },
    ],
    consent: expect.stringContaining("Hillside may ask the references"),
    state: "waiting",
    score: { points: 83, of: 100 },
  });
  const papers = await business.read((books) =>
    listAttachments(books, { kind: "application", id: applicationId }),
  );
  expect(papers).toMatchObject([{ name: "licence.pdf", mediaType: "application/pdf" }]);
  const wrong = { name: "x.exe", content: new TextEncoder().encode("MZ") };
  await expect(
    business.change((books) => keepApplication(books, form(), { file: wrong, called: "Hillside" })),
  ).rejects.toMatchObject({ code: "file-kind" });
  expect(await listed()).toHaveLength(1);
});

test("approved, they are a customer with a limit and terms, and may charge to the cent", async () => {
  const applicationId = await apply();
  const { customerId } = await approve(applicationId, { told: "Welcome" });
  const credit = await business.read((books) => readCreditAccount(books, customerId));
  expect(credit).toMatchObject({
    name: "Alder Builders",
    canCharge: { kind: "amount", amountCents: 5_000_00 },
    changes: [{ reason: "Application of Alder Builders: Good references" }],
  });
  expect(await business.read((books) => readProfile(books, customerId))).toMatchObject({
    terms: "net-15",
    email: "dana@alder.example",
    addressLines: ["1 Elm St", "Barre"],
  });
  const account = { customerId, accountId: credit.accountId, number: credit.customerNumber };
  await expect(desk(business, account).charge(5_000_01, "2026-06-30")).rejects.toMatchObject({
    code: "over-limit",
  });
  await desk(business, account).charge(5_000_00, "2026-06-30");
  expect(await toldOf(applicationId)).toMatchObject({
    state: "approved",
    told: "Welcome",
    limitCents: 5_000_00,
    terms: "net-15",
  });
  // Their paper stays where few look: with the application.
  const papers = await business.read((books) => listAttachments(books, { kind: "customer", id: customerId }));
  expect(papers).toEqual([]);
});

test("whom it made isn't forgotten while it is kept", async () => {
  const { customerId } = await approve(await apply(null));
  await expect(business.change((books) => forgetCustomer(books, customerId))).rejects.toMatchObject({
    code: "customer-in-use",
    details: { keeps: ["applications"] },
  });
});

test("who is a customer already gets the limit, and nobody is made anew", async () => {
  const known = await business.customer("Alder", { number: "C-7" }).write();
  const { customerId } = await approve(await apply(null), { customerId: known.customerId });
  expect(customerId).toBe(known.customerId);
  const rows = await business.read(({ tx }) => tx.execute(sql`select id from books.customers`));
  expect(rows).toHaveLength(1);
  await expect(approve(await apply(null), { customerId: crypto.randomUUID() })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("no application lifts a hold", async () => {
  const known = await business.customer("Alder", { number: "C-7" }).write();
  await business.change(async (books) => {
    const { accountId, decided } = await readCreditAccount(books, known.customerId);
    const held = { accountId, terms: { ...decided, status: "hold" as const }, seen: decided, reason: "Late" };
    await changeCredit(books, held);
  });
  await approve(await apply(null), { customerId: known.customerId });
  const { decided, canCharge } = await business.read((books) => readCreditAccount(books, known.customerId));
  expect(decided).toMatchObject({ status: "hold", limit: { limitCents: 5_000_00 } });
  expect(canCharge.kind).toBe("refused");
});

const ann = "user:ann";
const bo = "user:bo";
const by = <T>(subject: string, work: (books: Books) => Promise<T>) =>
  business.change((books) => work({ ...books, subject, userName: subject.slice(5) }));
async function withSecond() {
  const applicationId = await apply();
  const { customerId, requestId } = await by(ann, async (books) => {
    await books.tx.execute(sql`update books.settings set approve_above = 100`);
    const asked = {
      creditCents: cents(5_000_00),
      terms: "net-30",
      reason: "Good references",
      told: "Welcome",
    };
    return approveApplication(books, { applicationId, ...asked });
  });
  return { applicationId, customerId, requestId: requestId ?? "" };
}
const canCharge = async (customerId: string) =>
  (await business.read((books) => readCreditAccount(books, customerId))).canCharge;

test("a limit that takes a second person waits with its application, and is answered with it", async () => {
  const { applicationId, customerId, requestId } = await withSecond();
  expect(await canCharge(customerId)).toMatchObject({ kind: "refused" });
  expect(await read(applicationId)).toMatchObject({ state: "waiting", isWithSecond: true, decidedBy: null });
  // Nobody tells them yes before it is one.
  expect(await toldOf(applicationId)).toMatchObject({ state: "waiting", told: "", limitCents: null });
  for (const again of [() => approve(applicationId), () => decline(applicationId)])
    await expect(again()).rejects.toMatchObject({ code: "application-waits" });
  const answered = await by(bo, (books) => approveLimit(books, { requestId }));
  expect(answered.applicationId).toBe(applicationId);
  expect(await canCharge(customerId)).toMatchObject({ amountCents: 5_000_00 });
  expect(await read(applicationId)).toMatchObject({
    state: "approved",
    isWithSecond: false,
    decidedBy: "ann, bo",
  });
  expect(await toldOf(applicationId)).toMatchObject({ told: "Welcome", limitCents: 5_000_00 });
});

test.each([
  ["declined", (requestId: string) => by(bo, (books) => declineLimit(books, { requestId, answer: "No" }))],
  ["taken back", (requestId: string) => by(ann, (books) => withdrawLimit(books, { requestId }))],
])("where that is %s, it waits for an answer again, and nobody is made twice", async (_how, end) => {
  const { applicationId, customerId, requestId } = await withSecond();
  await end(requestId);
  expect(await read(applicationId)).toMatchObject({ state: "waiting", isWithSecond: false, reason: "" });
  const again = await approve(applicationId, { creditCents: cents(100) });
  expect(again).toEqual({ customerId, requestId: null });
  expect(await read(applicationId)).toMatchObject({ state: "approved" });
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
  const anew = sql`update books.credit_applications set state = 'waiting', decided_by = null, decided_at = null`;
  await expect(business.change(({ tx }) => tx.execute(anew))).rejects.toMatchObject({
    cause: { code: "OA060" },
  });
});

test("a code opens the door until there is a new one or none", async () => {
  const opens = (code: string) => business.read((books) => isApplicationCode(books, code));
  expect([await business.read(readApplicationCode), await opens("")]).toEqual([null, false]);
  const { code } = await business.change((books) => renewApplicationCode(books, randomUUID()));
  expect([await opens(code), await opens(`${code}x`), await opens("")]).toEqual([true, false, false]);
  const next = await business.change((books) => renewApplicationCode(books, randomUUID()));
  expect([await opens(code), await opens(next.code)]).toEqual([false, true]);
  await business.change(closeApplications);
  expect(await opens(next.code)).toBe(false);
});

// What customers sign at the counter: asked for by the setting, hashed into the charge's event, signed here or on a phone for
// this account and amount alone, and never asked of a program.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import type { ChargeProof } from "@/domain/receipts/signature.ts";
import { NewReceipt, ReceiptLine } from "@/domain/receipts/receipt.ts";
import { day } from "@/domain/values/day.ts";
import { cents, formatAmount } from "@/domain/values/money.ts";
import { changeProof, readSettings } from "../business/settings.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { line, paidBy } from "../testing/counter.ts";
import { asCarl } from "../testing/overrides.ts";
import { reserve } from "../testing/reserving.ts";
import { readReceipt } from "./receipt-page.ts";
import { recordReceipt, recordVouchedReceipt } from "./receipts.ts";
import { captureReservation } from "./reservations.ts";
import { askSignature, readAsked, readSignature, readToSign, signAsked } from "./signatures.ts";

const SIGNED = { path: "M10 10L200 120L340 60", name: "Ann Lee" };
const OTHER = "00000000-0000-4000-8000-000000000000";
let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await credited("Greenleaf");
  await proof("signature");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const credited = (name: string) =>
  business.customer(name, { limitCents: cents(500_00), addressLines: ["1 Elm St"] }).write();
const proof = (chargeProof: ChargeProof) =>
  business.change(async (books) => {
    const { version } = await readSettings(books);
    return changeProof(books, { version, chargeProof });
  });
const receipt = (amount: number, { accountId }: Account, given: Partial<NewReceipt> = {}): NewReceipt => ({
  ...inputOf(NewReceipt, {
    accountId,
    issuedOn: day("2026-06-30"),
    lines: [line("Mulch", "1", formatAmount(cents(amount), "USD"), { taxable: false })],
    tenders: [paidBy("house-charge", amount)],
    onAccountApplied: "oldest-first",
  }),
  ...given,
});
const charge = (amount: number, given: Partial<NewReceipt> = {}, account = greenleaf) =>
  business.change((books) => recordReceipt(asCarl(books), receipt(amount, account, given)));
const ask = (amount: number, account = greenleaf) =>
  business
    .change((books) =>
      askSignature(books, {
        accountId: account.accountId,
        amountCents: cents(amount),
        lines: [{ description: "Mulch", quantity: "1", unit: "", totalCents: cents(amount) }],
      }),
    )
    .then(({ requestId }) => requestId);
const sign = (requestId: string) => business.change((books) => signAsked(books, requestId, SIGNED));

test("where the setting asks for it, a charge takes a signature, and its digest is in the event", async () => {
  await expect(charge(5_00)).rejects.toMatchObject({ code: "signature-needed" });
  const { receiptId, houseCharge } = await charge(5_00, { signature: SIGNED });
  const [event] = await business.read(({ tx }) =>
    tx.execute<{ digest: string; whole: boolean; without: boolean }>(sql`
      select encode(signature_digest, 'hex') as digest,
        hash = books.chain_step(null, prev_hash, books.event_canonical(e)) as whole,
        hash = books.chain_step(null, prev_hash, books.canonical(e.org_id, e.account_id, e.currency, e.seq, e.number, e.kind,
          e.effective_on, e.period, e.recorded_at, e.amount, e.open_items, e.open_credit, e.retained, e.balance_after, e.actor,
          e.label, e.document_id, e.reverses, e.command_id, e.memo_digest)) as without
      from books.events e where number = ${houseCharge?.eventId ?? 0}`),
  );
  const digest = createHash("sha256").update(`${SIGNED.name}\n${SIGNED.path}`).digest("hex");
  expect(event).toEqual({ digest, whole: true, without: false });
  const kept = await business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""));
  expect(kept).toMatchObject({ ...SIGNED, way: "counter" });
  const page = await business.read((books) => readReceipt(books, receiptId, { name: "X", country: "US" }));
  expect(page.signature).toMatchObject({ ...SIGNED, way: "counter" });
});

test("what the code would forget to ask for, the database refuses", async () => {
  await expect(
    business.change((books) => recordVouchedReceipt(asCarl(books), receipt(5_00, greenleaf))),
  ).rejects.toMatchObject({ code: "signature-needed" });
  await charge(5_00, { signature: SIGNED });
});

test("cash is never asked for one, nor is any charge where the setting doesn’t", async () => {
  await charge(5_00, { tenders: [{ tender: "cash", reference: "", amountCents: cents(5_00) }] });
  for (const each of ["none", "copies"] as const) {
    await proof(each);
    const { houseCharge } = await charge(5_00);
    expect(await business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""))).toBeNull();
  }
});

test("a capture by a till, and a program’s receipt, are asked for none; a person’s capture is", async () => {
  const { decisionId } = await reserve(business, greenleaf, 20_00);
  const capture = { decisionId, note: "" };
  await expect(business.change((books) => captureReservation(asCarl(books), capture))).rejects.toMatchObject({
    code: "signature-needed",
  });
  await business.change((books) => captureReservation({ ...books, subject: "key:1" }, capture));
  const asKey = (given: NewReceipt) =>
    business.change((books) => recordReceipt({ ...books, subject: "key:1" }, given));
  await asKey(receipt(5_00, greenleaf));
  const { houseCharge } = await asKey(receipt(5_00, greenleaf, { signature: SIGNED }));
  const kept = await business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""));
  expect(kept).toMatchObject({ way: "program" });
});

test("a phone signs what it was shown, once, for one charge of that amount on that account", async () => {
  const requestId = await ask(5_00);
  expect(await business.read((books) => readAsked(books, requestId))).toEqual({
    state: "waiting",
    drawn: null,
  });
  await expect(charge(5_00, { signatureRequestId: requestId })).rejects.toMatchObject({
    code: "signature-of-another",
  });
  expect(await business.read((books) => readToSign(books, requestId))).toMatchObject({
    amountCents: 5_00,
    currency: "USD",
    lines: [{ description: "Mulch" }],
  });
  await sign(requestId);
  await expect(sign(requestId)).rejects.toMatchObject({ code: "signature-over" });
  expect(await business.read((books) => readToSign(books, requestId))).toBeNull();
  expect(await business.read((books) => readAsked(books, requestId))).toEqual({
    state: "signed",
    drawn: SIGNED,
  });
  const neighbour = await credited("Neighbour");
  for (const wrong of [
    charge(5_01, { signatureRequestId: requestId }),
    charge(5_00, { signatureRequestId: requestId }, neighbour),
  ])
    await expect(wrong).rejects.toMatchObject({ code: "signature-of-another" });
  const other = {
    lines: [line("Something else", "1", "5.00", { taxable: false })].map((each) => ReceiptLine.parse(each)),
  };
  await expect(charge(5_00, { ...other, signatureRequestId: requestId })).rejects.toMatchObject({
    code: "signature-of-another",
  });
  const { houseCharge } = await charge(5_00, { signatureRequestId: requestId });
  const kept = await business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""));
  expect(kept).toMatchObject({ ...SIGNED, way: "phone" });
  await expect(business.read((books) => readAsked(books, requestId))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(charge(5_00, { signatureRequestId: requestId })).rejects.toMatchObject({
    code: "signature-of-another",
  });
});

/** Asked so many minutes ago, beyond the quarter of an hour. */
const asked = async (minutesOver: number) => {
  const [row] = await business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at)
      values (${greenleaf.accountId}::uuid, 500, '[]', 'x', now() - ${minutesOver}::int * interval '1 minute') returning id`),
  );
  return row?.id ?? "";
};

test("what waited for too long is signed by nobody, and goes an hour later", async () => {
  const [over, longOver] = [await asked(1), await asked(61)];
  await expect(sign(over)).rejects.toMatchObject({ code: "signature-over" });
  expect(await business.read((books) => readToSign(books, over))).toBeNull();
  await ask(6_00);
  const look = (requestId: string) => business.read((books) => readAsked(books, requestId));
  expect(await look(over)).toMatchObject({ state: "over" });
  await expect(look(longOver)).rejects.toMatchObject({ code: "not-found" });
});

test("what was signed and not used is soon too old for any charge", async () => {
  const shown = JSON.stringify([{ description: "Mulch", quantity: "1", unit: "", totalCents: 5_00 }]);
  const signedBefore = async (minutes: number) => {
    const [row] = await business.change(({ tx }) =>
      tx.execute<{ id: string }>(sql`
        insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at, path, signed_at)
        values (${greenleaf.accountId}::uuid, 500, ${shown}, 'x', now(), ${SIGNED.path},
          now() - ${minutes}::int * interval '1 minute') returning id`),
    );
    return row?.id ?? "";
  };
  await expect(charge(5_00, { signatureRequestId: await signedBefore(16) })).rejects.toMatchObject({
    code: "signature-of-another",
  });
  await charge(5_00, { signatureRequestId: await signedBefore(14) });
});

test("of an account that isn’t there, nothing is asked", async () => {
  await expect(ask(5_00, { ...greenleaf, accountId: OTHER })).rejects.toMatchObject({ code: "not-found" });
});

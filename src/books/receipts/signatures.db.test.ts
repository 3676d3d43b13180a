// What customers sign at the counter: asked for by the setting, hashed into the charge's event, signed here or on a phone for
// this account and amount alone, and never asked of a program.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { present } from "@/domain/assert.ts";
import { statementText } from "@/domain/receipts/signed-statement.ts";
import { NewReceipt, ReceiptLine } from "@/domain/receipts/receipt.ts";
import { cents } from "@/domain/values/money.ts";
import { line } from "../testing/counter.ts";
import { SIGNED, chargedReceipt, signingDesk } from "../testing/signing.ts";
import { asCarl } from "../testing/overrides.ts";
import { reserve } from "../testing/reserving.ts";
import { readReceipt } from "./receipt-page.ts";
import { recordReceipt, recordVouchedReceipt } from "./receipts.ts";
import { captureReservation } from "./reservations.ts";
import { readAsked, readSignature, readToSign } from "./signatures.ts";

const OTHER = "00000000-0000-4000-8000-000000000000";
const desk = signingDesk();
const { credited, proof, charge, ask, sign } = desk;

test("where the setting asks for it, a charge takes a signature, and its digest is in the event", async () => {
  await expect(charge(5_00)).rejects.toMatchObject({ code: "signature-needed" });
  const { receiptId, houseCharge } = await charge(5_00, { signature: SIGNED });
  const [event] = await desk.business.read(({ tx }) =>
    tx.execute<{ digest: string; whole: boolean; without: boolean }>(sql`
      select encode(signature_digest, 'hex') as digest,
        hash = books.chain_step(null, prev_hash, books.event_canonical(e)) as whole,
        hash = books.chain_step(null, prev_hash, books.canonical(e.org_id, e.account_id, e.currency, e.seq, e.number, e.kind,
          e.effective_on, e.period, e.recorded_at, e.amount, e.open_items, e.open_credit, e.retained, e.balance_after, e.actor,
          e.label, e.document_id, e.reverses, e.command_id, e.memo_digest)) as without
      from books.events e where number = ${houseCharge?.eventId ?? 0}`),
  );
  const kept = await desk.business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""));
  const shown = {
    amountCents: 5_00,
    currency: "USD",
    business: desk.business.asker.orgName,
    customer: "Greenleaf",
    buyer: "",
    poNumber: "",
    words: "I received these goods and agree to pay USD 5.00 under the terms of the account.",
    lines: [{ description: "Mulch", quantity: "1", unit: "", totalCents: 5_00 }],
  };
  expect(kept).toMatchObject({ ...SIGNED, way: "counter", shown });
  const text = statementText(present(kept?.shown, "it was kept"));
  const digest = createHash("sha256").update(`${text}\n${SIGNED.name}\n${SIGNED.path}`).digest("hex");
  expect(event).toEqual({ digest, whole: true, without: false });
  const page = await desk.business.read((books) =>
    readReceipt(books, receiptId, { name: "X", country: "US" }),
  );
  expect(page.signature).toMatchObject({ ...SIGNED, way: "counter" });
});

test("what the code would forget to ask for, the database refuses", async () => {
  await expect(
    desk.business.change((books) =>
      recordVouchedReceipt(asCarl(books), chargedReceipt(5_00, desk.greenleaf)),
    ),
  ).rejects.toMatchObject({ code: "signature-needed" });
  await charge(5_00, { signature: SIGNED });
});

test("cash is never asked for one, nor is any charge where the setting doesn’t", async () => {
  await charge(5_00, { tenders: [{ tender: "cash", reference: "", amountCents: cents(5_00) }] });
  for (const each of ["none", "copies"] as const) {
    await proof(each);
    const { houseCharge } = await charge(5_00);
    expect(
      await desk.business.read((books) => readSignature(books, houseCharge?.invoiceId ?? "")),
    ).toBeNull();
  }
});

test("a capture by a till, and a program’s receipt, are asked for none; a person’s capture is, and carries it", async () => {
  const capture = { decisionId: (await reserve(desk.business, desk.greenleaf, 20_00)).decisionId, note: "" };
  await expect(
    desk.business.change((books) => captureReservation(asCarl(books), capture)),
  ).rejects.toMatchObject({
    code: "signature-needed",
  });
  const { decisionId } = await reserve(desk.business, desk.greenleaf, 30_00);
  const signed = await desk.business.change((books) =>
    captureReservation(asCarl(books), { decisionId, note: "", signature: SIGNED }),
  );
  expect(
    await desk.business.read((books) => readSignature(books, signed.houseCharge.invoiceId)),
  ).toMatchObject({
    way: "counter",
    shown: { amountCents: 30_00 },
  });
  await desk.business.change((books) => captureReservation({ ...books, subject: "key:1" }, capture));
  const asKey = (given: NewReceipt) =>
    desk.business.change((books) => recordReceipt({ ...books, subject: "key:1" }, given));
  await asKey(chargedReceipt(5_00, desk.greenleaf));
  const { houseCharge } = await asKey(chargedReceipt(5_00, desk.greenleaf, { signature: SIGNED }));
  const kept = await desk.business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""));
  expect(kept).toMatchObject({ way: "program" });
});

test("a phone signs what it was shown, once, for one charge of that amount on that account", async () => {
  const requestId = await ask(5_00);
  expect(await desk.business.read((books) => readAsked(books, requestId))).toEqual({
    state: "waiting",
    drawn: null,
  });
  await expect(charge(5_00, { signatureRequestId: requestId })).rejects.toMatchObject({
    code: "signature-of-another",
  });
  expect(await desk.business.read((books) => readToSign(books, requestId))).toMatchObject({
    amountCents: 5_00,
    currency: "USD",
    lines: [{ description: "Mulch" }],
  });
  await sign(requestId);
  await expect(sign(requestId)).rejects.toMatchObject({ code: "signature-over" });
  expect(await desk.business.read((books) => readToSign(books, requestId))).toBeNull();
  expect(await desk.business.read((books) => readAsked(books, requestId))).toEqual({
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
  const kept = await desk.business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""));
  expect(kept).toMatchObject({ ...SIGNED, way: "phone" });
  await expect(desk.business.read((books) => readAsked(books, requestId))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(charge(5_00, { signatureRequestId: requestId })).rejects.toMatchObject({
    code: "signature-of-another",
  });
});

const SHOWN = statementText({
  amountCents: cents(5_00),
  currency: "USD",
  business: "Hillside",
  customer: "Greenleaf",
  buyer: "",
  poNumber: "",
  words: "I agree.",
  lines: [{ description: "Mulch", quantity: "1", unit: "", totalCents: cents(5_00) }],
});

/** Asked so many minutes ago, beyond the quarter of an hour. */
const asked = async (minutesOver: number) => {
  const [row] = await desk.business.change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at)
      values (${desk.greenleaf.accountId}::uuid, 500, ${SHOWN}, 'x', now() - ${minutesOver}::int * interval '1 minute') returning id`),
  );
  return row?.id ?? "";
};

test("what waited for too long is signed by nobody, and goes an hour later", async () => {
  const [over, longOver] = [await asked(1), await asked(61)];
  await expect(sign(over)).rejects.toMatchObject({ code: "signature-over" });
  expect(await desk.business.read((books) => readToSign(books, over))).toBeNull();
  await ask(6_00);
  const look = (requestId: string) => desk.business.read((books) => readAsked(books, requestId));
  expect(await look(over)).toMatchObject({ state: "over" });
  await expect(look(longOver)).rejects.toMatchObject({ code: "not-found" });
});

test("what was signed and not used is soon too old for any charge", async () => {
  const signedBefore = async (minutes: number) => {
    const [row] = await desk.business.change(({ tx }) =>
      tx.execute<{ id: string }>(sql`
        insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at, path, signed_at)
        values (${desk.greenleaf.accountId}::uuid, 500, ${SHOWN}, 'x', now(), ${SIGNED.path},
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
  await expect(ask(5_00, { ...desk.greenleaf, accountId: OTHER })).rejects.toMatchObject({
    code: "not-found",
  });
});

// What somebody was shown is part of what they signed: who orders and on what, in the language in which it was asked; and a
// signature from before that stays whole.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { direct } from "@/db/testing/direct.ts";
import { FREE_RULE } from "@/domain/credit/who-may-charge.ts";
import { needed } from "@/env.ts";
import { addBuyer, setRule } from "../credit/charging-rules.ts";
import { SIGNED, signingDesk } from "../testing/signing.ts";
import { readSignature, readToSign } from "./signatures.ts";

const admin = direct(needed("ADMIN_DATABASE_URL"));
const desk = signingDesk();
const { charge, ask, sign } = desk;
afterAll(() => admin.end());

test("who orders, on what, and in which language it was asked is part of what is signed", async () => {
  const { accountId } = desk.greenleaf;
  const person = { accountId, jobId: null, pin: null, mostCents: null, until: null };
  const { buyerId } = await desk.business.change((books) => addBuyer(books, { ...person, name: "Ann Lee" }));
  await desk.business.change(({ tx }) => tx.execute(sql`update books.settings set language = 'de'`));
  const named = { buyerId, poNumber: "4711" };
  const requestId = await ask(5_00, desk.greenleaf, named);
  const shown = await desk.business.read((books) => readToSign(books, requestId));
  expect(shown).toMatchObject({ buyer: "Ann Lee", poNumber: "4711", customer: "Greenleaf" });
  expect(shown?.words).toBe(
    "Ich habe diese Ware erhalten und zahle USD 5.00 zu den Bedingungen des Kundenkontos.",
  );
  await sign(requestId);
  for (const other of [{ poNumber: "4712", buyerId }, { poNumber: "4711" }])
    await expect(charge(5_00, { ...other, signatureRequestId: requestId })).rejects.toMatchObject({
      code: "signature-of-another",
    });
  const { houseCharge } = await charge(5_00, { ...named, signatureRequestId: requestId });
  const kept = await desk.business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""));
  expect(kept?.shown).toEqual(shown);
});

test("nobody is asked to sign for what they may not charge", async () => {
  const rule = { ...FREE_RULE, accountId: desk.greenleaf.accountId, jobId: null, buyersOnly: true };
  await desk.business.change((books) => setRule(books, rule));
  await expect(ask(5_00)).rejects.toMatchObject({ code: "buyer-needed" });
});

test("a signature from before what was shown was kept stays as it was", async () => {
  const { houseCharge } = await charge(5_00, { signature: SIGNED });
  const invoiceId = houseCharge?.invoiceId ?? "";
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update books.signatures set statement = null, digest = sha256(convert_to(name || E'\\n' || path, 'UTF8'))
      where invoice_id = ${invoiceId}`;
    await tx`update books.events e set signature_digest = s.digest from books.signatures s
      where (s.org_id, s.event_number) = (e.org_id, e.number) and s.invoice_id = ${invoiceId}`;
    await tx`update books.events e set hash = books.chain_step(null, prev_hash, books.event_canonical(e))
      where document_id = ${invoiceId}`;
    await tx`update books.accounts a set head_hash = e.hash from books.events e
      where e.document_id = ${invoiceId} and (a.org_id, a.id) = (e.org_id, e.account_id)`;
  });
  const kept = await desk.business.read((books) => readSignature(books, houseCharge?.invoiceId ?? ""));
  expect(kept).toMatchObject({ ...SIGNED, shown: null });
});

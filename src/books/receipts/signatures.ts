// What customers sign at the counter: asked of a phone for a few minutes, used by one charge, and kept with it for good. The
// charge's event is hashed with the digest of the signature and of what was shown, so that none of them can be changed without
// the others (I21).
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { ChargedBy } from "@/domain/credit/who-may-charge.ts";
import type { Language } from "@/domain/language/language.ts";
import type { NewReceipt } from "@/domain/receipts/receipt.ts";
import { wasShown, type ShownLine } from "@/domain/receipts/shown-lines.ts";
import type { Drawn, Signature, SignedWay } from "@/domain/receipts/signature.ts";
import type { SignatureAsked } from "@/domain/receipts/signature-input.ts";
import {
  readStatement,
  signingWords,
  statementText,
  type SignedStatement,
} from "@/domain/receipts/signed-statement.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import type { Cents } from "@/domain/values/money.ts";
import { assertMayBuy } from "../credit/who-may-charge.ts";
import type { Books } from "../open.ts";

/** So long a phone can be taken out, the sale looked at, and signed. */
export const MINUTES_TO_SIGN = 15;

/**
 * What is shown on a phone, and signed there. Those that are over for an hour go. Refuses "not-found", and whoever may not
 * charge that: nobody signs in vain.
 */
export async function askSignature(
  books: Books,
  asked: SignatureAsked,
): Promise<{ requestId: string; expiresAt: string }> {
  const { tx, subject, today: on } = books;
  const { accountId, amountCents, lines } = asked;
  await tx.execute(sql`select books.clear_signature_requests()`);
  const to = await readSignsFor(books, accountId);
  const by = await assertMayBuy(books, { ...asked, chargeCents: amountCents, on });
  const text = statementText(statementOf(books, to, { amountCents, lines, by }));
  const [made] = await tx.execute<{ id: string; expires_at: string }>(sql`
    insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at)
    values (${accountId}::uuid, ${amountCents}::bigint, ${text}, ${subject},
      clock_timestamp() + ${MINUTES_TO_SIGN}::int * interval '1 minute') returning id, expires_at`);
  if (!made) throw new Refusal("not-found");
  return { requestId: made.id, expiresAt: isoInstant(made.expires_at) };
}

type SignsFor = { name: string; currency: string; language: Language };

/** Whose account somebody signs for, and in which language; refuses "not-found". */
async function readSignsFor({ tx }: Books, accountId: string): Promise<SignsFor> {
  const [row] = await tx.execute<SignsFor>(sql`
    select c.name, a.currency, s.language
    from books.accounts a join books.customers c on c.id = a.customer_id cross join books.settings s
    where a.id = ${accountId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return row;
}

type Shown = { amountCents: Cents; lines: readonly ShownLine[]; by: ChargedBy | null };

const statementOf = (
  { business }: Books,
  { name: customer, currency, language }: SignsFor,
  { amountCents, lines, by }: Shown,
): SignedStatement => ({
  amountCents,
  currency,
  business: business.name,
  customer,
  buyer: by?.buyerName ?? "",
  poNumber: by?.poNumber ?? "",
  words: signingWords({ amountCents, currency }, { language, locale: business.locale }),
  lines,
});

export type Asked = { state: "waiting" | "signed" | "over"; drawn: Drawn | null };

/** What became of it, for the counter that waits. Refuses with "not-found" what was used up or is gone. */
export async function readAsked({ tx }: Books, requestId: string): Promise<Asked> {
  const [row] = await tx.execute<{ path: string | null; name: string; over: boolean }>(sql`
    select path, name, expires_at < clock_timestamp() as over
    from books.signature_requests where id = ${requestId}::uuid and used_at is null`);
  if (!row) throw new Refusal("not-found");
  if (row.path !== null) return { state: "signed", drawn: { path: row.path, name: row.name } };
  return { state: row.over ? "over" : "waiting", drawn: null };
}

/** What the phone shows; null once it is signed or over. */
export async function readToSign({ tx }: Books, requestId: string): Promise<SignedStatement | null> {
  const [row] = await tx.execute<{ shown: string }>(sql`
    select shown from books.signature_requests
    where id = ${requestId}::uuid and signed_at is null and expires_at > clock_timestamp()`);
  return row ? readStatement(row.shown) : null;
}

/** Once. Refuses with "signature-over". */
export async function signAsked(
  { tx }: Books,
  requestId: string,
  { path, name }: Drawn,
): Promise<{ requestId: string }> {
  const [signed] = await tx.execute(sql`
    update books.signature_requests set path = ${path}, name = ${name}, signed_at = clock_timestamp()
    where id = ${requestId}::uuid and signed_at is null and expires_at > clock_timestamp() returning 1`);
  if (!signed) throw new Refusal("signature-over");
  return { requestId };
}

/** `signedAt` is null for what is signed just now; `statement`: what was shown of it. */
export type GivenSignature = Drawn & {
  way: SignedWay;
  signedAt: string | null;
  statement: string;
  digest: Uint8Array;
};

type Charge = {
  accountId: string;
  chargeCents: Cents;
  isAsked: boolean;
  by: ChargedBy | null;
  /** What is on the receipt. */
  sold: readonly Pick<ShownLine, "description" | "totalCents">[];
  /** And as it is shown, with its taxes. */
  shown: readonly ShownLine[];
};

/**
 * What a charge was signed with; null where it wasn't, and needn't be. What came from a phone is of this account, amount, buyer,
 * purchase order and these lines, was signed just now, and is used up. Refuses with "signature-needed" and "signature-of-another".
 */
export async function signatureFor(
  books: Books,
  { signature, signatureRequestId }: Pick<NewReceipt, "signature" | "signatureRequestId">,
  charge: Charge,
): Promise<GivenSignature | null> {
  const { accountId, chargeCents, isAsked } = charge;
  if (signatureRequestId !== null) {
    const [row] = await books.tx.execute<Drawn & { signed_at: string; shown: string }>(sql`
      update books.signature_requests set used_at = clock_timestamp() where id = ${signatureRequestId}::uuid and account_id = ${accountId}::uuid
        and amount = ${chargeCents}::bigint and signed_at > clock_timestamp() - ${MINUTES_TO_SIGN}::int * interval '1 minute' and used_at is null
      returning path, name, signed_at, shown`);
    if (!row || !isOf(charge, readStatement(row.shown)))
      throw new Refusal("signature-of-another", { field: "signature" });
    const { signed_at: signedAt, shown: statement, ...drawn } = row;
    return sealed({ ...drawn, way: "phone", signedAt, statement });
  }
  if (signature === null) {
    if (isAsked) throw new Refusal("signature-needed", { field: "signature" });
    return null;
  }
  const way = isPerson(books) ? "counter" : "program";
  const to = await readSignsFor(books, accountId);
  const { by, shown: lines } = charge;
  const statement = statementText(statementOf(books, to, { amountCents: chargeCents, lines, by }));
  return sealed({ ...signature, way, signedAt: null, statement });
}

/** Whether a phone was shown this charge. */
const isOf = ({ by, sold }: Charge, { buyer, poNumber, lines }: SignedStatement): boolean =>
  buyer === (by?.buyerName ?? "") && poNumber === (by?.poNumber ?? "") && wasShown(lines, sold);

/** A program is asked for none: whoever runs it has their own way. */
export const isPerson = ({ subject }: Books): boolean => subject.startsWith("user:");

/** Neither of the three has a line feed in it, so no other three make the same text. */
const sealed = (given: Omit<GivenSignature, "digest">): GivenSignature => ({
  ...given,
  digest: createHash("sha256").update(`${given.statement}\n${given.name}\n${given.path}`).digest(),
});

/** With the charge that it was given for. */
export async function keepSignature(
  { tx }: Books,
  { invoiceId, eventId }: { invoiceId: string; eventId: number },
  { path, name, way, signedAt, statement, digest }: GivenSignature,
): Promise<void> {
  await tx.execute(sql`
    insert into books.signatures (invoice_id, event_number, path, name, way, statement, digest, signed_at)
    values (${invoiceId}::uuid, ${eventId}::bigint, ${path}, ${name}, ${way}, ${statement}, ${digest}::bytea,
      coalesce(${signedAt}::timestamptz, clock_timestamp()))`);
}

/** A row `s` of the signatures, for `signatureOf`. */
export const SIGNATURE = sql`jsonb_build_object('path', s.path, 'name', s.name, 'way', s.way, 'signedAt', s.signed_at,
  'shown', s.statement)`;
export type SignatureRow = Omit<Signature, "shown"> & { shown: string | null };

export const signatureOf = (row: SignatureRow | null): Signature | null =>
  row && { ...row, shown: row.shown === null ? null : readStatement(row.shown) };

/** Of the invoice of a house charge; null where nobody signed. */
export async function readSignature({ tx }: Books, invoiceId: string): Promise<Signature | null> {
  const [row] = await tx.execute<{ signature: SignatureRow }>(sql`
    select ${SIGNATURE} as signature from books.signatures s where invoice_id = ${invoiceId}::uuid`);
  return signatureOf(row?.signature ?? null);
}

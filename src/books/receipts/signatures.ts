// What customers sign at the counter: asked of a phone for a few minutes, used by one charge, and kept with it for good. The
// charge's event is hashed with the digest of the signature, so that neither can be changed without the other (I21).
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { NewReceipt } from "@/domain/receipts/receipt.ts";
import {
  wasShown,
  type Drawn,
  type ShownLine,
  type Signature,
  type SignedWay,
  type ToSign,
} from "@/domain/receipts/signature.ts";
import type { SignatureAsked } from "@/domain/receipts/signature-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

/** So long a phone can be taken out, the sale looked at, and signed. */
export const MINUTES_TO_SIGN = 15;

/** What is shown on a phone, and signed there. Those that are over for an hour go. */
export async function askSignature(
  { tx, subject }: Books,
  { accountId, amountCents, lines }: SignatureAsked,
): Promise<{ requestId: string; expiresAt: string }> {
  await tx.execute(sql`select books.clear_signature_requests()`);
  const [made] = await tx.execute<{ id: string; expires_at: string }>(sql`
    insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at)
    select a.id, ${amountCents}::bigint, ${JSON.stringify(lines)}, ${subject},
      clock_timestamp() + ${MINUTES_TO_SIGN}::int * interval '1 minute'
    from books.accounts a where a.id = ${accountId}::uuid returning id, expires_at`);
  if (!made) throw new Refusal("not-found");
  return { requestId: made.id, expiresAt: isoInstant(made.expires_at) };
}

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
export async function readToSign({ tx }: Books, requestId: string): Promise<ToSign | null> {
  const [row] = await tx.execute<{ amount: number; currency: string; shown: string }>(sql`
    select r.amount, a.currency, r.shown from books.signature_requests r join books.accounts a on a.id = r.account_id
    where r.id = ${requestId}::uuid and r.signed_at is null and r.expires_at > clock_timestamp()`);
  if (!row) return null;
  const lines = JSON.parse(row.shown) as ToSign["lines"];
  return { amountCents: cents(row.amount), currency: row.currency, lines };
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

/** `signedAt` is null for what is signed just now. */
export type GivenSignature = Drawn & { way: SignedWay; signedAt: string | null; digest: Uint8Array };

type Charge = {
  accountId: string;
  chargeCents: Cents;
  isAsked: boolean;
  /** What is on the receipt. */
  sold: readonly Pick<ShownLine, "description" | "totalCents">[];
};

/**
 * What a charge was signed with; null where it wasn't, and needn't be. What came from a phone is of this account, amount and
 * these lines, was signed just now, and is used up. Refuses with "signature-needed" and "signature-of-another".
 */
export async function signatureFor(
  books: Books,
  { signature, signatureRequestId }: Pick<NewReceipt, "signature" | "signatureRequestId">,
  { accountId, chargeCents, isAsked, sold }: Charge,
): Promise<GivenSignature | null> {
  if (signatureRequestId !== null) {
    const [row] = await books.tx.execute<Drawn & { signed_at: string; shown: string }>(sql`
      update books.signature_requests set used_at = clock_timestamp() where id = ${signatureRequestId}::uuid and account_id = ${accountId}::uuid
        and amount = ${chargeCents}::bigint and signed_at > clock_timestamp() - ${MINUTES_TO_SIGN}::int * interval '1 minute' and used_at is null
      returning path, name, signed_at, shown`);
    const shown = row ? (JSON.parse(row.shown) as ToSign["lines"]) : [];
    if (!row || !wasShown(shown, sold)) throw new Refusal("signature-of-another", { field: "signature" });
    const { signed_at: signedAt, shown: _, ...drawn } = row;
    return { ...drawn, way: "phone", signedAt, digest: digestOf(drawn) };
  }
  if (signature === null) {
    if (isAsked) throw new Refusal("signature-needed", { field: "signature" });
    return null;
  }
  const way = isPerson(books) ? "counter" : "program";
  return { ...signature, way, signedAt: null, digest: digestOf(signature) };
}

/** A program is asked for none: whoever runs it has their own way. */
export const isPerson = ({ subject }: Books): boolean => subject.startsWith("user:");

const digestOf = ({ path, name }: Drawn): Uint8Array =>
  createHash("sha256").update(`${name}\n${path}`).digest();

/** With the charge that it was given for. */
export async function keepSignature(
  { tx }: Books,
  { invoiceId, eventId }: { invoiceId: string; eventId: number },
  { path, name, way, signedAt, digest }: GivenSignature,
): Promise<void> {
  await tx.execute(sql`
    insert into books.signatures (invoice_id, event_number, path, name, way, digest, signed_at)
    values (${invoiceId}::uuid, ${eventId}::bigint, ${path}, ${name}, ${way}, ${digest}::bytea,
      coalesce(${signedAt}::timestamptz, clock_timestamp()))`);
}

/** A row `s` of the signatures as the domain has it. */
export const SIGNATURE = sql`jsonb_build_object('path', s.path, 'name', s.name, 'way', s.way, 'signedAt', s.signed_at)`;

/** Of the invoice of a house charge; null where nobody signed. */
export async function readSignature({ tx }: Books, invoiceId: string): Promise<Signature | null> {
  const [row] = await tx.execute<{ signature: Signature }>(sql`
    select ${SIGNATURE} as signature from books.signatures s where invoice_id = ${invoiceId}::uuid`);
  return row?.signature ?? null;
}

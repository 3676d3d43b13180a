// Every file that the books keep: the PDFs of issued statements, and what was attached. For taking all of it home.
import { sql } from "drizzle-orm";
import type { AttachedTo } from "@/domain/business/attachment.ts";
import type { Books } from "../open.ts";

/** `of`: the number of what it hangs on, or another name for it. */
export type KeptFile = {
  kind: "statement" | "signature" | AttachedTo;
  of: string;
  name: string;
  content: Uint8Array;
};

/** How many there are, and how large they are together, in bytes. */
export async function measureKept({ tx }: Books): Promise<{ files: number; bytes: number }> {
  const [row] = await tx.execute<{ files: number; bytes: number }>(sql`
    select count(*)::int as files, coalesce(sum(size), 0)::bigint as bytes from (
      select length(pdf)::bigint as size from books.statement_files
      union all
      select length(path)::bigint from books.signatures
      union all
      select octet_length(statement)::bigint from books.signatures where statement is not null
      union all
      select f.size::bigint from books.attachments a join books.attachment_files f on f.hash = a.hash
      where a.removed_at is null) kept`);
  return row ?? { files: 0, bytes: 0 };
}

/** One at a time, so that no two are in memory at once. */
export async function* everyStatementFile({ tx }: Books): AsyncGenerator<KeptFile> {
  const all = await tx.execute<{ id: string; number: string }>(sql`
    select f.statement_id as id, s.number from books.statement_files f join books.statements s on s.id = f.statement_id
    order by s.number`);
  for (const { id, number } of all) {
    const [file] = await tx.execute<{ pdf: Buffer }>(
      sql`select pdf from books.statement_files where statement_id = ${id}::uuid`,
    );
    if (file) yield { kind: "statement", of: number, name: `${number}.pdf`, content: file.pdf };
  }
}

/** What customers signed, as pictures, and what they were shown, byte for byte as it was hashed; by the number of the invoice. */
export async function* everySignature({ tx }: Books): AsyncGenerator<KeptFile> {
  const all = await tx.execute<{ number: string; path: string; statement: string | null }>(sql`
    select i.number, s.path, s.statement from books.signatures s join books.invoices i on i.id = s.invoice_id order by i.number`);
  for (const { number, path, statement } of all) {
    const drawn = `<path d="${path}" fill="none" stroke="#000" stroke-width="4" stroke-linecap="round"/>`;
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400">${drawn}</svg>\n`;
    const written = (name: string, text: string): KeptFile => ({
      kind: "signature",
      of: number,
      name,
      content: new TextEncoder().encode(text),
    });
    yield written(`${number}.svg`, picture);
    if (statement !== null) yield written(`${number}.json`, statement);
  }
}

type Row = { id: string; kind: AttachedTo; of: string; name: string; hash: Buffer };

/** Of what `may` says yes to. */
export async function* everyAttachment(
  { tx }: Books,
  may: (kind: AttachedTo) => boolean,
): AsyncGenerator<KeptFile> {
  const all = await tx.execute<Row>(sql`
    select a.id, a.name, a.hash, coalesce(c.number, r.number, i.number, p.number, y.business, b.name, d.id::text) as of,
      case when c.id is not null then 'customer' when r.id is not null then 'receipt' when i.id is not null then 'invoice'
        when p.id is not null then 'payment' when y.id is not null then 'application' when b.id is not null then 'buyer'
        else 'draft' end as kind
    from books.attachments a
    left join books.customers c on c.id = a.customer_id
    left join books.receipts r on r.id = a.receipt_id
    left join books.invoices i on i.id = a.invoice_id
    left join books.payments p on p.id = a.payment_id
    left join books.credit_applications y on y.id = a.application_id
    left join books.buyers b on b.id = a.buyer_id
    left join books.invoice_drafts d on d.id = a.draft_id
    where a.removed_at is null order by a.attached_at, a.id`);
  for (const { kind, of, name, hash } of all) {
    if (!may(kind)) continue;
    const [file] = await tx.execute<{ content: Buffer }>(
      sql`select content from books.attachment_files where hash = ${hash}`,
    );
    if (file) yield { kind, of, name, content: file.content };
  }
}

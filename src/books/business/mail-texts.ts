// What a business writes itself in the mails of its statements and invoices, by paper and language.
import { sql } from "drizzle-orm";
import type { Language } from "@/domain/language/language.ts";
import { Refusal } from "@/domain/refusal.ts";
import { OUR_TEXT, type MailText, type MailTextPaper } from "@/domain/statements/mail-text.ts";
import type { MailTextChange } from "@/domain/statements/mail-text-input.ts";
import type { Books } from "../open.ts";

export type KeptMailText = MailText & { paper: MailTextPaper; language: Language; version: number };

/** Those that were ever written; a paper in a language that isn't here has ours. */
export async function readMailTexts({ tx }: Books): Promise<KeptMailText[]> {
  return tx.execute<KeptMailText>(sql`
    select paper, language, subject, body, version from books.mail_texts order by paper, language`);
}

export async function readMailText(
  { tx }: Books,
  paper: MailTextPaper,
  language: Language,
): Promise<MailText> {
  const [row] = await tx.execute<MailText>(sql`
    select subject, body from books.mail_texts where paper = ${paper} and language = ${language}`);
  return row ?? OUR_TEXT;
}

/** Refuses "changed-meanwhile" with { version, now } where somebody was quicker. */
export async function changeMailText(
  { tx, userName }: Books,
  { paper, language, version, subject, body }: MailTextChange,
): Promise<{ version: number }> {
  const [row] = await tx.execute<{ version: number }>(sql`
    insert into books.mail_texts as t (paper, language, subject, body, changed_by)
    select ${paper}, ${language}, ${subject}, ${body}, ${userName}
    where ${version}::int = 0 or exists (
      select from books.mail_texts where paper = ${paper} and language = ${language})
    on conflict (org_id, paper, language) do update set subject = excluded.subject, body = excluded.body,
      changed_by = excluded.changed_by, changed_at = clock_timestamp(), version = t.version + 1
      where t.version = ${version}::int
    returning version`);
  if (row) return { version: row.version };
  const [now] = await tx.execute<MailText & { version: number }>(sql`
    select subject, body, version from books.mail_texts where paper = ${paper} and language = ${language}`);
  const { version: newer, ...texts } = now ?? { ...OUR_TEXT, version: 0 };
  throw new Refusal("changed-meanwhile", { version: newer, now: texts });
}

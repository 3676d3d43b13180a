// How a business's papers look from here on; what is issued stays as it is. A picture is kept once, by what it is.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { brandingTexts } from "@/domain/business/branding.ts";
import type { BrandingChange, BrandingSet } from "@/domain/business/branding-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { PaperSettings } from "@/domain/statements/build-statement.ts";
import type { LogoOf } from "@/domain/values/brand.ts";
import type { Books } from "../open.ts";
import { readPaperSettings } from "../paper-settings.ts";

/** A picture as it was drawn for papers, in pixels. */
export type DrawnLogo = { png: Uint8Array; width: number; height: number };

/** Kept beside those that are there; what papers are drawn with is chosen apart. */
export async function keepLogo(books: Books, { png, width, height }: DrawnLogo): Promise<LogoOf> {
  const hash = createHash("sha256").update(png).digest();
  await books.tx.execute(sql`
    insert into books.logos (hash, content, width, height, added_by)
    values (${hash}, ${png}, ${width}::int, ${height}::int, ${books.userName}) on conflict do nothing`);
  return { hash: hash.toString("hex"), width, height };
}

/** What papers would be drawn with, if this were set. Refuses "not-found" for a picture that isn't kept. */
export async function settingsWith(books: Books, set: BrandingSet): Promise<PaperSettings> {
  const { logo, accent, remitTo, terms, iban, ...messages } = set;
  const { current, d1_30, d31_60, d61_90, d91 } = messages;
  return {
    brand: { logo: logo === null ? null : await findLogo(books, logo), accent, remitTo, terms },
    messages: { current, d1_30, d31_60, d61_90, d91 },
    iban,
  };
}

export async function findLogo({ tx }: Books, hash: string): Promise<LogoOf> {
  const [row] = await tx.execute<{ width: number; height: number }>(sql`
    select width, height from books.logos where hash = decode(${hash}, 'hex')`);
  if (!row) throw new Refusal("not-found");
  return { hash, width: row.width, height: row.height };
}

/** On the papers drawn from here on; a statement that is issued keeps its own. */
export async function changeBranding(
  books: Books,
  { version, ...set }: BrandingChange,
): Promise<{ version: number }> {
  const { tx, userName } = books;
  await tx.execute(sql`select from books.settings for update`);
  const now = await readPaperSettings(books);
  if (now.version !== version)
    throw new Refusal("changed-meanwhile", { version: now.version, now: brandingTexts(now) });
  const { brand, messages, iban } = await settingsWith(books, set);
  const kept = [messages.current, messages.d1_30, messages.d31_60, messages.d61_90, messages.d91];
  await tx.execute(sql`
    insert into books.branding (logo_hash, accent, remit_to, iban, terms, age_messages, changed_by)
    values (decode(${brand.logo?.hash ?? null}, 'hex'), ${brand.accent}, ${sql.param(brand.remitTo)}::text[], ${iban},
      ${brand.terms}, ${sql.param(kept)}::text[], ${userName})
    on conflict (org_id) do update set logo_hash = excluded.logo_hash, accent = excluded.accent,
      remit_to = excluded.remit_to, iban = excluded.iban, terms = excluded.terms, age_messages = excluded.age_messages,
      changed_by = excluded.changed_by, changed_at = clock_timestamp(), version = ${version}::int + 1`);
  return { version: version + 1 };
}

// What a business has set for its papers, read as it stands; and the picture of one that was issued, by what it is.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { NO_MESSAGES, type AgeMessages } from "@/domain/statements/age-message.ts";
import type { PaperSettings } from "@/domain/statements/build-statement.ts";
import { PLAIN_BRAND, type Brand } from "@/domain/values/brand.ts";
import type { Books } from "./open.ts";

type Row = {
  logo: Buffer | null;
  width: number | null;
  height: number | null;
  accent: string | null;
  remit_to: string[];
  terms: string;
  iban: string | null;
  age_messages: string[];
  version: number;
};

/** `version` is 0 where nobody has set anything. */
export async function readPaperSettings({ tx }: Books): Promise<PaperSettings & { version: number }> {
  const [row] = await tx.execute<Row>(sql`
    select l.hash as logo, l.width, l.height, b.accent, b.remit_to, b.terms, b.iban, b.age_messages, b.version
    from books.branding b left join books.logos l on l.hash = b.logo_hash`);
  if (!row) return { brand: PLAIN_BRAND, messages: NO_MESSAGES, iban: null, version: 0 };
  const { accent, remit_to: remitTo, terms, iban, version } = row;
  return { brand: { logo: logoOf(row), accent, remitTo, terms }, messages: messagesOf(row), iban, version };
}

export const readBrand = async (books: Books): Promise<Brand> => (await readPaperSettings(books)).brand;

function logoOf({ logo, width, height }: Row): Brand["logo"] {
  if (logo === null || width === null || height === null) return null;
  return { hash: logo.toString("hex"), width, height };
}

function messagesOf({ age_messages: kept }: Row): AgeMessages {
  const [current = "", d1_30 = "", d31_60 = "", d61_90 = "", d91 = ""] = kept;
  return { current, d1_30, d31_60, d61_90, d91 };
}

/** The PNG of a brand's picture; null where it has none. */
export async function readLogo({ tx }: Books, brand: Brand | undefined): Promise<Uint8Array | null> {
  if (!brand?.logo) return null;
  const [row] = await tx.execute<{ content: Buffer }>(sql`
    select content from books.logos where hash = decode(${brand.logo.hash}, 'hex')`);
  return present(row, "a picture that a paper carries is kept").content;
}

// The picture that a paper is drawn with, for whoever has it drawn: a thread has no database.
import { readBooks } from "@/books/open.ts";
import { readBrand, readLogo } from "@/books/paper-settings.ts";
import type { Brand } from "@/domain/values/brand.ts";
import type { Actor } from "./actor.ts";

/** null where the brand has none: then nothing is read. */
export async function logoOf(actor: Actor, brand: Brand | undefined): Promise<Uint8Array | null> {
  return brand?.logo ? readBooks(actor, (books) => readLogo(books, brand)) : null;
}

/** What a paper is drawn with that keeps no brand of its own. */
export const brandNow = (actor: Actor): Promise<{ brand: Brand; logo: Uint8Array | null }> =>
  readBooks(actor, async (books) => {
    const brand = await readBrand(books);
    return { brand, logo: await readLogo(books, brand) };
  });

// Pictures of people who may charge that were kept before what comes along with a picture was left out: made plain where they lie,
// those that were taken away, too. Nothing else of them changes: whose they are, by whom and when.
import { sql } from "drizzle-orm";
import type { AttachmentType } from "@/domain/business/attachment.ts";
import { plainPicture } from "@/domain/business/plain-picture.ts";
import { present } from "@/domain/assert.ts";
import type { Books } from "../open.ts";

export type PlainPhotos = {
  looked: number;
  /** Pictures of which something was left out now. */
  plain: number;
  /** Of these nobody can say what draws them; they stay as they are. */
  broken: number;
};

type Photo = { hash: Buffer; media_type: AttachmentType };

/** Again, it finds nothing to do. One picture lies in memory at a time. */
export async function makePhotosPlain(books: Books): Promise<PlainPhotos> {
  const photos = await books.tx.execute<Photo>(sql`
    select distinct hash, media_type from books.attachments where buyer_id is not null order by hash`);
  const told = { looked: photos.length, plain: 0, broken: 0 };
  for (const photo of photos) {
    const content = await contentOf(books, photo);
    const plain = plainPicture(content, photo.media_type);
    if (plain === null) told.broken += 1;
    else if (plain.byteLength < content.byteLength) told.plain += await replace(books, photo, plain);
  }
  return told;
}

async function contentOf({ tx }: Books, { hash }: Photo): Promise<Uint8Array> {
  const [file] = await tx.execute<{ content: Buffer }>(sql`
    select content from books.attachment_files where hash = ${hash}`);
  return present(file, "an attachment has its file").content;
}

/** The database takes the bytes before out, since nothing else may. */
async function replace({ tx }: Books, { hash }: Photo, plain: Uint8Array): Promise<number> {
  const [row] = await tx.execute<{ changed: number }>(sql`
    select books.plain_photo(${hash}, ${plain})::int as changed`);
  return present(row, "a function answers").changed;
}

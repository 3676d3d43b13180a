// The link by which anybody may apply for credit: a code of the business's, made anew whenever somebody wants to, which ends the
// one before; none closes the door.
import { timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/** null while nobody can apply. */
export async function readApplicationCode({ tx }: Books): Promise<string | null> {
  const [row] = await tx.execute<{ apply_code: string | null }>(sql`select apply_code from books.settings`);
  return row?.apply_code ?? null;
}

/** `code`: one that nobody can guess. */
export async function renewApplicationCode({ tx }: Books, code: string): Promise<{ code: string }> {
  await tx.execute(sql`update books.settings set apply_code = ${code}`);
  return { code };
}

export async function closeApplications({ tx }: Books): Promise<{ closed: true }> {
  await tx.execute(sql`update books.settings set apply_code = null`);
  return { closed: true };
}

/** Whether a code opens the door now. */
export async function isApplicationCode(books: Books, code: string): Promise<boolean> {
  const [now, given] = [Buffer.from((await readApplicationCode(books)) ?? ""), Buffer.from(code)];
  return now.length > 0 && now.length === given.length && timingSafeEqual(now, given);
}

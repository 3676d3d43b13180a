// Which members were told of what a customer said.
import { sql } from "drizzle-orm";
import type { SaidKind } from "@/domain/collections/said.ts";
import type { Books } from "../open.ts";

/** By their ids in the directory. */
export async function readTold({ tx }: Books, kind: SaidKind, saidId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ user_id: string }>(sql`
    select user_id from books.tellings where kind = ${kind} and said_id = ${saidId}::uuid`);
  return new Set(rows.map((row) => row.user_id));
}

export async function noteTold(
  { tx }: Books,
  { kind, saidId, userId }: { kind: SaidKind; saidId: string; userId: string },
): Promise<void> {
  await tx.execute(sql`
    insert into books.tellings (kind, said_id, user_id) values (${kind}, ${saidId}::uuid, ${userId}::uuid)
    on conflict do nothing`);
}

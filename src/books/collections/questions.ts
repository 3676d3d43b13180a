// What customers ask, by the link of their statement. It is answered by whatever means; here is kept that it was.
import { sql } from "drizzle-orm";
import type { Difference } from "@/domain/statements/question.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

export type NewQuestion = { note: string; differences: readonly Difference[] };

export async function askQuestion(
  { tx, userName }: Books,
  { accountId, currency }: { accountId: string; currency: string },
  { note, differences }: NewQuestion,
): Promise<{ questionId: string }> {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into books.questions (account_id, currency, note, differences, asked_by)
    values (${accountId}::uuid, ${currency}, ${note}, ${JSON.stringify(differences)}, ${userName}) returning id`);
  if (!row) throw new Error("an insert returns its row");
  return { questionId: row.id };
}

/** Once: who was quicker stays. Refuses what isn't there. */
export async function answerQuestion(
  { tx, userName }: Books,
  { questionId }: { questionId: string },
): Promise<{ answered: true }> {
  const [row] = await tx.execute(sql`
    update books.questions set answered_by = coalesce(answered_by, ${userName}),
      answered_at = coalesce(answered_at, clock_timestamp())
    where id = ${questionId}::uuid returning id`);
  if (!row) throw new Refusal("not-found");
  return { answered: true };
}

// What an applicant is told of their application, on their page and by mail: that it waits, or the answer. Of why, for us, nothing;
// nor that a limit waits for a second person.
import { sql } from "drizzle-orm";
import type { ApplicationState } from "@/domain/credit/application.ts";
import type { Language } from "@/domain/language/language.ts";
import { Refusal } from "@/domain/refusal.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

export type AnswerTold = {
  appliedAt: string;
  decidedAt: string | null;
  state: ApplicationState;
  told: string;
  email: string;
  /** Once it is approved. */
  limitCents: Cents | null;
  terms: string | null;
  /** Of the business's papers. */
  language: Language;
};

/** Refuses "not-found". */
export async function readAnswerTold({ tx }: Books, applicationId: string): Promise<AnswerTold> {
  const [row] = await tx.execute<{
    recorded_at: string;
    decided_at: string | null;
    state: ApplicationState;
    told: string;
    email: string;
    limit: number | null;
    terms: string | null;
    language: Language;
  }>(sql`
    select a.recorded_at, a.decided_at, a.state, a.told, a.email, case when a.state = 'approved' then a.given end as limit, c.terms, s.language
    from books.credit_applications a cross join books.settings s
    left join books.customers c on c.id = a.customer_id and a.state = 'approved'
    where a.id = ${applicationId}::uuid`);
  if (!row) throw new Refusal("not-found");
  const isAnswered = row.state !== "waiting";
  return {
    appliedAt: row.recorded_at,
    decidedAt: row.decided_at,
    state: row.state,
    told: isAnswered ? row.told : "",
    email: row.email,
    limitCents: row.limit === null ? null : cents(row.limit),
    terms: row.terms,
    language: row.language,
  };
}

// Which accounts a parent's statement is of, and what it is drawn up from.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { buildStatement, type StatementFacts } from "@/domain/statements/build-statement.ts";
import { buildFamilyStatement } from "@/domain/statements/family-statement.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { readStatementFacts, type FactsOf, type FactsRequest } from "./statement-facts.ts";
import type { Letterhead } from "./statement-head.ts";

/** More branches than one paper is for. */
export const MOST_BRANCHES = 500;

type Parent = { accountId: string; customerId: string; currency: string };

/** The account itself, then its branches' in its currency, by number. Refuses "too-much-work" where there are too many. */
export async function familyAccounts({ tx }: Books, parent: Parent): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select a.id from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${parent.currency}
    where c.parent_id = ${parent.customerId}::uuid
    order by c.number collate books.natural, a.id limit ${MOST_BRANCHES + 1}`);
  if (rows.length > MOST_BRANCHES) throw new Refusal("too-much-work");
  return [parent.accountId, ...rows.map(({ id }) => id)];
}

/** One of the accounts that a statement is of, as it saw it. */
export type Member = { accountId: string; headSeq: number | null; closingCents: Statement["closingCents"] };
/** `members` is empty on a statement of one account. */
export type DrawnUp = { statement: Statement; members: Member[] };

/** `accountIds`: the parent's first. */
export async function drawUpAll(books: Books, letterhead: Letterhead, asked: FactsRequest): Promise<DrawnUp> {
  return drawUpFrom(await readStatementFacts(books, letterhead, asked), asked);
}

/** Of what was read, perhaps with others. What isn't on the paper is no member of it. */
export function drawUpFrom(
  read: FactsOf,
  { kind, accountIds }: Pick<FactsRequest, "kind" | "accountIds">,
): DrawnUp {
  const all = accountIds.map((id) => ({ accountId: id, ...present(read.get(id), "the account is there") }));
  const [parent, ...branches] = all;
  const { facts } = present(parent, "an account is asked for");
  if (branches.length === 0) return { statement: buildStatement(kind, facts), members: [] };
  const statement = buildFamilyStatement(kind, [facts, ...branches.map((branch) => branch.facts)]);
  return { statement, members: membersOf(statement, all) };
}

type Read = { accountId: string; headSeq: number | null; facts: StatementFacts };

function membersOf({ accounts = [] }: Statement, all: readonly Read[]): Member[] {
  const numbers = new Set(accounts.map(({ number }) => number));
  return all
    .filter(({ facts }) => numbers.has(facts.customer.number))
    .map(({ accountId, facts, headSeq }) => ({ accountId, headSeq, closingCents: facts.closingCents }));
}

// Statements of an account: drawn up from one snapshot, and, when issued, numbered, frozen and stored with the
// head of the chain they saw, so that a closing balance can always be proven (invariant I15).
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { present } from "@/domain/assert.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { proofOf } from "@/domain/statements/statement-proof.ts";
import { Statement } from "@/domain/statements/statement.ts";
import type { StatementRequest } from "@/domain/statements/statement-input.ts";
import { readAccount } from "../ledger/accounts.ts";
import { takeNumber } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";
import { lockAccounts } from "../ledger/post.ts";
import { drawUpAll, familyAccounts, type DrawnUp, type Member } from "./family-facts.ts";
import { readProofFacts } from "./statement-proofs.ts";
import {
  DEFAULT_KIND,
  periodOf,
  type Drawing,
  type Letterhead,
  type PreviewRequest,
} from "./statement-head.ts";

/** A statement without a number, up to date or as it was known at an instant: nothing is stored. */
export async function previewStatement(
  books: Books,
  letterhead: Letterhead,
  { knownAt = null, ...request }: PreviewRequest,
): Promise<Statement> {
  const account = await readAccount(books, request.customer, request.currency);
  const accountIds = await accountsOf(books, account, request);
  return (await drawUp(books, letterhead, { account, request, knownAt }, accountIds)).statement;
}

/** Numbers, freezes and stores a statement. The account is locked meanwhile, so that it can't move underneath. */
export async function issueStatement(
  books: Books,
  letterhead: Letterhead,
  request: StatementRequest,
): Promise<{ statementId: string; number: string; closingCents: Cents }> {
  const found = await readAccount(books, request.customer, request.currency);
  // A branch that joins from here on is on the next one: it isn't locked.
  const accountIds = await accountsOf(books, found, request);
  await lockAccounts(books, accountIds);
  const account = await readAccount(books, request.customer, found.currency);
  const drawing = { account, request, knownAt: null };
  const { statement: draft, members } = await drawUp(books, letterhead, drawing, accountIds);
  const number = await takeNumber(books, "statement");
  const { accountId, headSeq } = account;
  const [kept] = await keepStatements(books, [
    { accountId, headSeq, members, statement: { ...draft, number } },
  ]);
  const { statementId, closingCents } = present(kept, "a statement was stored");
  return { statementId, number, closingCents };
}

type Numbered = {
  members?: readonly Member[];
  accountId: string;
  headSeq: number | null;
  statement: Statement;
};
export type KeptStatement = { accountId: string; statementId: string; closingCents: Cents };

/** Freezes and stores statements that have their numbers, each with its proof. Their accounts are locked. */
export async function keepStatements(books: Books, all: readonly Numbered[]): Promise<KeptStatement[]> {
  const facts = await readProofFacts(books, all);
  const rows = all.map(({ accountId, headSeq, members = [], statement }) => {
    const proof = proofOf(statement, present(facts.get(accountId), "each has its proof"));
    const snapshot = JSON.stringify({ ...statement, proof });
    return {
      account_id: accountId,
      currency: statement.currency,
      number: statement.number,
      from_on: statement.fromOn,
      as_of: statement.asOf,
      head_seq: headSeq,
      ...closingsOf(statement, members, accountId),
      snapshot,
      hash: createHash("sha256").update(snapshot).digest("hex"),
    };
  });
  const kept = await books.tx.execute<{ id: string; account_id: string; closing: number }>(sql`
    insert into books.statements (account_id, currency, number, from_on, as_of, known_at, head_seq, closing, family_closing,
      snapshot, snapshot_hash, issued_by)
    select n.account_id, n.currency, n.number, n.from_on, n.as_of, clock_timestamp(), n.head_seq, n.closing, n.family_closing,
      n.snapshot, decode(n.hash, 'hex'), ${books.userName}
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as n (account_id uuid, currency text, number text, from_on date,
      as_of date, head_seq bigint, closing bigint, family_closing bigint, snapshot text, hash text)
    returning id, account_id, coalesce(family_closing, closing) as closing`);
  await keepMembers(books, all, kept);
  return kept.map((row) => ({
    accountId: row.account_id,
    statementId: row.id,
    closingCents: cents(row.closing),
  }));
}

/** The account's own, which its events prove; and, where it is of several, what all of them owe. */
function closingsOf({ closingCents }: Statement, members: readonly Member[], accountId: string) {
  if (members.length === 0) return { closing: closingCents, family_closing: null };
  const own = present(
    members.find((member) => member.accountId === accountId),
    "a parent is on its own statement",
  );
  return { closing: own.closingCents, family_closing: closingCents };
}

async function keepMembers(
  { tx }: Books,
  all: readonly Numbered[],
  kept: readonly { id: string; account_id: string }[],
): Promise<void> {
  const rows = all.flatMap(({ accountId, members = [], statement: { currency } }) => {
    const { id } = present(
      kept.find((each) => each.account_id === accountId),
      "it was kept",
    );
    return members.map((member) => ({
      statement_id: id,
      account_id: member.accountId,
      currency,
      head_seq: member.headSeq,
      closing: member.closingCents,
    }));
  });
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into books.statement_members (statement_id, account_id, currency, head_seq, closing)
    select m.* from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as m (statement_id uuid, account_id uuid, currency text, head_seq bigint, closing bigint)`);
}

const accountsOf = async (
  books: Books,
  account: Parameters<typeof familyAccounts>[1],
  { family = false }: Pick<StatementRequest, "family">,
): Promise<string[]> => (family ? familyAccounts(books, account) : [account.accountId]);

async function drawUp(
  books: Books,
  letterhead: Letterhead,
  drawing: Drawing,
  accountIds: readonly string[],
): Promise<DrawnUp> {
  const { kind = DEFAULT_KIND } = drawing.request;
  return drawUpAll(books, letterhead, { kind, ...periodOf(books, drawing), accountIds });
}

export type IssuedStatement = {
  statementId: string;
  number: string;
  customerId: string;
  customerName: string;
  customerEmail: string | null;
  issuedAt: string;
  issuedBy: string;
  statement: Statement;
  /** The text of the value as it is stored, byte by byte. */
  frozen: string;
};

/** As it was issued: read from the frozen copy, and only if the copy is whole. */
export async function readStatement(books: Books, statementId: string): Promise<IssuedStatement> {
  if (!z.uuid().safeParse(statementId).success) throw new Refusal("not-found");
  const [row] = await books.tx.execute<{
    number: string;
    snapshot: string;
    snapshot_hash: Buffer;
    issued_at: string;
    issued_by: string;
    customer_id: string;
    name: string;
    email: string | null;
  }>(sql`
    select s.number, s.snapshot, s.snapshot_hash, s.issued_at, s.issued_by, c.id as customer_id, c.name, c.email
    from books.statements s
    join books.accounts a on a.id = s.account_id
    join books.customers c on c.id = a.customer_id
    where s.id = ${statementId}`);
  if (!row) throw new Refusal("not-found");
  const whole = createHash("sha256").update(row.snapshot).digest().equals(row.snapshot_hash);
  if (!whole) throw new Error(`statement ${statementId} is not what was stored`);
  return {
    statementId,
    number: row.number,
    customerId: row.customer_id,
    customerName: row.name,
    customerEmail: row.email,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    statement: Statement.parse(JSON.parse(row.snapshot)),
    frozen: row.snapshot,
  };
}

/** The PDF's bytes as first rendered; null until somebody has. */
export async function readStatementFile({ tx }: Books, statementId: string): Promise<Uint8Array | null> {
  const [row] = await tx.execute<{ pdf: Buffer }>(
    sql`select pdf from books.statement_files where statement_id = ${statementId}`,
  );
  return row?.pdf ?? null;
}

/** Keeps the first rendering and says what is kept; a later one changes nothing. */
export async function keepStatementFile(
  books: Books,
  statementId: string,
  pdf: Uint8Array,
): Promise<Uint8Array> {
  const hash = createHash("sha256").update(pdf).digest();
  const [fresh] = await books.tx.execute(sql`
    insert into books.statement_files (statement_id, pdf, hash) values (${statementId}, ${pdf}, ${hash})
    on conflict do nothing returning statement_id`);
  return fresh ? pdf : present(await readStatementFile(books, statementId), "somebody was quicker");
}

/** A stored paper with the value it was drawn from, and where it stands in the order of issue. */
export type StoredPaper = { statementId: string; number: string; statement: Statement; pdf: Uint8Array };

/** The stored papers issued after the one numbered `after`, oldest first; null begins with the first. */
export async function readStoredPapers(
  { tx }: Books,
  { after, count }: { after: string | null; count: number },
): Promise<StoredPaper[]> {
  const [begin] = await tx.execute<{ known: boolean }>(sql`
    select ${after}::text is null or exists (select from books.statements where number = ${after}) as known`);
  if (!begin?.known) throw new Refusal("not-found");
  const rows = await tx.execute<{ id: string; number: string; snapshot: string; pdf: Buffer }>(sql`
    select s.id, s.number, s.snapshot, f.pdf
    from books.statements s join books.statement_files f on f.statement_id = s.id
    where ${after}::text is null or (s.issued_at, s.id) > (
      select from_here.issued_at, from_here.id from books.statements from_here where from_here.number = ${after})
    order by s.issued_at, s.id limit ${count}`);
  return rows.map(({ id, number, snapshot, pdf }) => ({
    statementId: id,
    number,
    statement: Statement.parse(JSON.parse(snapshot)),
    pdf,
  }));
}

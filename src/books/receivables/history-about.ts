// What lines of the history are about beside their papers: which credit was applied to which invoices, what a reversal
// reversed, and by whose override a charge or an invoice passed. Read for the lines of one page.
import { sql } from "drizzle-orm";
import type { HistoryLine, ReversedBy } from "@/domain/receivables/account-page.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import type { Books } from "../open.ts";

/** So many invoices are named; the rest are counted. */
const NAMED = 3;
const APPLYING = new Set<EventKind>(["application", "un-application"]);

/** By Event ID: "P-00012 to and 4 more", "P-00012 from A-1", "P-00012", "override approved by Olive". */
export async function readAbout(
  books: Books,
  lines: readonly (HistoryLine & ReversedBy)[],
): Promise<ReadonlyMap<number, string>> {
  const applying = lines.filter((line) => APPLYING.has(line.kind)).map((line) => line.eventId);
  const reversing = lines.filter((line) => line.reverses !== null);
  const invoiced = lines.filter((line) => line.kind === "invoice").map((line) => line.eventId);
  const [overridden, applied, reversed] = await Promise.all([
    invoiced.length === 0 ? [] : readOverridden(books, invoiced),
    applying.length === 0 ? [] : readApplied(books, applying),
    reversing.length === 0
      ? []
      : readPapers(
          books,
          reversing.map((line) => line.reverses ?? 0),
        ),
  ]);
  const papers = new Map(reversed.map((row) => [row.number, row.name]));
  return new Map([
    ...overridden.map((row): [number, string] => [
      row.number,
      row.name === "" ? "by an override" : `override approved by ${row.name}`,
    ]),
    ...applied.map((row): [number, string] => [row.number, appliedWords(row)]),
    ...reversing.map((line): [number, string] => [line.eventId, papers.get(line.reverses ?? 0) ?? ""]),
  ]);
}

type AppliedRow = { number: number; credits: string[]; items: string[]; item_count: number; amount: number };

function appliedWords({ credits, items, item_count: count, amount }: AppliedRow): string {
  const more = count > items.length ? ` and ${count - items.length} more` : "";
  return `${credits.join(", ")} ${amount < 0 ? "from" : "to"} ${items.join(", ")}${more}`;
}

const readApplied = ({ tx }: Books, numbers: readonly number[]) =>
  tx.execute<AppliedRow>(sql`
    select number, array_agg(distinct credit) as credits, (array_agg(distinct item))[1:${NAMED}::int] as items,
      count(distinct item_id)::int as item_count, sum(amount)::bigint as amount
    from (
      select a.event_number as number, a.item_id, a.amount,
        coalesce(p.number, m.number, c.label) as credit, coalesce(v.number, i.label) as item
      from books.allocations a
      join books.events c on c.number = a.credit_id
      left join books.payments p on p.id = c.document_id left join books.credit_memos m on m.id = c.document_id
      join books.events i on i.number = a.item_id left join books.invoices v on v.id = i.document_id
      where a.event_number = any (${sql.param([...numbers])}::bigint[])) used
    group by number`);

const readOverridden = ({ tx }: Books, numbers: readonly number[]) =>
  tx.execute<{ number: number; name: string }>(sql`
    select e.number, o.approved_by_name as name
    from books.events e join books.overrides o on o.id = e.override_id
    where e.number = any (${sql.param([...numbers])}::bigint[]) and e.override_id is not null`);

const readPapers = ({ tx }: Books, numbers: readonly number[]) =>
  tx.execute<{ number: number; name: string }>(sql`
    select e.number, coalesce(p.number, m.number, v.number, e.label) as name
    from books.events e
    left join books.payments p on p.id = e.document_id left join books.credit_memos m on m.id = e.document_id
    left join books.invoices v on v.id = e.document_id
    where e.number = any (${sql.param([...numbers])}::bigint[])`);

// The page behind a statement's link, as its customer opens it: the statement as sent, and what has changed since.
import { sql } from "drizzle-orm";
import { changeBooks, readBooks } from "@/books/open.ts";
import { issueStatement } from "@/books/statements/statements.ts";
import { present } from "@/domain/assert.ts";
import { addDays } from "@/domain/values/day.ts";
import { letterheadOf, operatorActor } from "@/server/actor.ts";
import { sharePaper } from "@/server/shared-paper.ts";
import { openLoop } from "./load.ts";
import type { Sample } from "./sample.ts";
import type { Part } from "./table.ts";

/** All of it stays below what one network may open in a minute. */
const [CUSTOMERS, WARM, SECONDS] = [20, 40, 25];

export async function benchLink({ slug }: Sample): Promise<Part> {
  const links = await shareAll(slug);
  const open = async (nth: number) => {
    const answer = await fetch(links[nth % links.length] ?? "");
    await answer.text();
    if (answer.status !== 200) throw new Error(`a link answered ${answer.status}`);
  };
  for (let nth = 0; nth < WARM; nth++) await open(nth);
  return {
    name: "link",
    says: `request to last byte, warm; the statements of ${CUSTOMERS} customers in turn; p95 at most 50 ms`,
    rows: [await openLoop("page behind a statement’s link", open, { perSecond: 20, seconds: SECONDS })],
  };
}

async function shareAll(slug: string): Promise<string[]> {
  const actor = present(await operatorActor(slug, "bench"), "the business was made");
  const customers = await readBooks(actor, ({ tx }) =>
    tx.execute<{ customer: string }>(sql`
      select customer_id as customer from books.accounts order by last_seq desc nulls last limit ${CUSTOMERS}`),
  );
  const links: string[] = [];
  for (const { customer } of customers) {
    const request = { customer, asOf: actor.today, fromOn: addDays(actor.today, -3_650) };
    const command = { key: `bench-link:${customer}`, procedure: "statements.issue", input: { customer } };
    const issued = await changeBooks(actor, command, (books) =>
      issueStatement(books, letterheadOf(actor), request),
    );
    links.push((await sharePaper(actor, { kind: "statement", id: issued.statementId })).url);
  }
  return links;
}

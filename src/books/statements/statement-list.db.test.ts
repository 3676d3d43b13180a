// The list of statements: each once, in any order, found by number or customer, narrowed by how its mail went.
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { closePool } from "@/db/client.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import type { statementList } from "@/domain/statements/statement-list.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { countStatements, listStatements } from "./statement-list.ts";
import { issueStatement } from "./statements.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeAll(async () => {
  business = await freshBusiness();
  for (const [name, owed] of [
    ["Żółw Gardens", "30.00"],
    ["Alder & Pine", "10.00"],
    ["Mulch & Co", "20.00"],
  ] as const) {
    const { customerId } = await business.customer(name).invoice(owed, "2026-01-01").write();
    for (const asOf of ["2026-01-31", "2026-02-28"])
      await business.change((books) =>
        issueStatement(
          books,
          { name: "Test Supply", slug: "test", locale: "en-US", country: "US" },
          { customer: customerId, asOf: day(asOf) },
        ),
      );
  }
  await business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.outbox (kind, dedupe_key, statement_id, recipient, queued_by, status)
      select 'statement-mail', s.id::text, s.id, 'x@y.example', 'x', case s.number when 'S-00001' then 'failed' else 'queued' end
      from books.statements s where s.number in ('S-00001', 'S-00004')`),
  );
});
afterAll(closePool);

type Query = QueryOf<typeof statementList>;
const list = (query: Query, size?: number) => business.read((books) => listStatements(books, query, size));
const numbers = async (query: Query) => (await list(query)).rows.map((row) => row.number);
const NEWEST = ["S-00006", "S-00005", "S-00004", "S-00003", "S-00002", "S-00001"];

test.each<[Query, string[]]>([
  [{}, NEWEST],
  [{ direction: "asc" }, NEWEST.toReversed()],
  [{ search: "s-00003" }, ["S-00003"]],
  [{ search: "zolw" }, ["S-00002", "S-00001"]],
  [{ search: "mulch 6" }, ["S-00006"]],
  [{ search: "%" }, []],
  [{ mail: "failed" }, ["S-00001"]],
  [{ mail: "queued" }, ["S-00004"]],
  [{ mail: "sent" }, []],
  [{ mail: "none", search: "alder" }, ["S-00003"]],
])("%j", async (query, found) => {
  expect(await numbers(query)).toEqual(found);
  expect(await business.read((books) => countStatements(books, query))).toEqual({ count: found.length });
});

test("by customer in the alphabet that people know, by balance in numbers", async () => {
  const { rows } = await list({ sort: "customer", direction: "asc" });
  expect(rows.map((row) => row.customerName)).toEqual(
    ["Alder & Pine", "Mulch & Co", "Żółw Gardens"].flatMap((name) => [name, name]),
  );
  const closing = (await list({ sort: "closing" })).rows.map((row) => row.closingCents);
  expect(closing).toEqual([30_00, 30_00, 20_00, 20_00, 10_00, 10_00]);
});

test.each(["issued", "closing", "customer"] as const)(
  "by %s, page by page, each comes once",
  async (sort) => {
    for (const direction of ["asc", "desc"] as const) {
      const paged: string[] = [];
      for (let cursor: string | undefined, more = true; more;) {
        const page: Awaited<ReturnType<typeof list>> = await list({ sort, direction, cursor }, 2);
        paged.push(...page.rows.map((row) => row.number));
        cursor = page.next ?? undefined;
        more = page.next !== null;
      }
      expect(paged).toEqual(await numbers({ sort, direction }));
    }
    for (const key of ["x", "2026-13-45 25:61:61+99"]) {
      const cursor = writeCursor(key, "00000000-0000-4000-8000-000000000000");
      if (sort !== "customer") expect((await list({ sort, cursor })).rows).toHaveLength(6);
    }
  },
);

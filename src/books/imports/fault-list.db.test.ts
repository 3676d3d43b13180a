// The faults of a file page by page: by row or by the file's own heading, each once, and none of a file that isn't there.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import type { RowFault } from "@/domain/imports/faults.ts";
import { freshBusiness, type Ledger } from "../story/ledger-dsl.ts";
import { listFaults } from "./fault-list.ts";

const FAULTS: RowFault[] = [
  { row: 0, column: "", says: "No column holds the amount." },
  { row: 9, column: "Betrag", says: "“viel” is no amount." },
  { row: 10, column: "Betrag", says: "“nichts” is no amount." },
  // One cell that is wrong in two ways, told twice.
  { row: 10, column: "Äußerung", says: "“x” is neither yes nor no." },
  { row: 10, column: "Äußerung", says: "“x” is neither yes nor no." },
  { row: 100, column: "Betrag", says: "“=1+1” is no amount." },
];

let business: Ledger;
let fileId = "";
beforeAll(async () => {
  business = await freshBusiness();
  [fileId = ""] = await kept("f.csv", FAULTS);
});
afterAll(closePool);

const kept = (name: string, faults: readonly RowFault[] | null) =>
  business.change(async ({ tx }) => {
    const rows = await tx.execute<{ id: string }>(sql`
      insert into books.import_files (kind, name, size, hash, uploaded_by, asked_by, asked_subject, state, fault, faults)
      values ('receivables', ${name}, 1, 'x', 'x', 'x', 'x', 'failed', '{}', ${faults && JSON.stringify(faults)}::text::jsonb)
      returning id`);
    return rows.map(({ id }) => id);
  });

async function paged(sort: "row" | "column", direction: "asc" | "desc", size: number): Promise<RowFault[]> {
  const rows: RowFault[] = [];
  let cursor: string | undefined;
  do {
    const asked = { fileId, sort, direction, cursor };
    const page = await business.read((books) => listFaults(books, asked, size));
    expect(page.rows.length).toBeLessThanOrEqual(size);
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

test.each([1, 2, 4, 6, 500])("of %s to a page, each is told once, in the order of the file", async (size) => {
  expect(await paged("row", "asc", size)).toEqual(FAULTS);
  expect(await paged("row", "desc", size)).toEqual(FAULTS.toReversed());
});

test("by heading, as people sort", async () => {
  const [none, first, second, said, again, last] = FAULTS;
  expect(await paged("column", "asc", 2)).toEqual([none, said, again, first, second, last]);
});

test("a file without faults has none; one that was discarded or never came isn't there", async () => {
  const [without = ""] = await kept("none.csv", null);
  expect(await business.read((books) => listFaults(books, { fileId: without }))).toEqual({
    rows: [],
    next: null,
  });
  await business.change(({ tx }) =>
    tx.execute(
      sql`update books.import_files set discarded_at = clock_timestamp() where id = ${without}::uuid`,
    ),
  );
  for (const gone of [without, "00000000-0000-4000-8000-000000000000"])
    await expect(business.read((books) => listFaults(books, { fileId: gone }))).rejects.toMatchObject({
      code: "not-found",
    });
});

test("another business finds none of it", async () => {
  const other = await freshBusiness();
  await expect(other.read((books) => listFaults(books, { fileId }))).rejects.toMatchObject({
    code: "not-found",
  });
});

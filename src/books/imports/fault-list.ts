// The faults that the last look at a file kept, page by page: each with its row and the file's own heading. The screen's
// download and the API read them here.
import { sql } from "drizzle-orm";
import { importFaultList } from "@/domain/imports/fault-list.ts";
import type { RowFault } from "@/domain/imports/faults.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { Refusal } from "@/domain/refusal.ts";
import { byName, readPage, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

/** A look keeps up to 100,000 of them, each a line long. */
const FAULTS_OF_A_PAGE = 500;

/** One cell can be wrong in two ways: what tells two faults apart is their place in what was kept. */
const PLACE = { id: sql`kept.place`, idType: "bigint" } as const;
const ROW = sql`(kept.fault ->> 'row')::bigint`;
const COLUMN = sql`kept.fault ->> 'column'`;
const KEYS: Record<keyof typeof importFaultList.sorts, Key> = {
  row: { key: ROW, type: "bigint", ...PLACE },
  column: { ...byName(COLUMN), ...PLACE },
};

/** Refuses a file that isn't there, or was discarded, with "not-found". */
export async function listFaults(
  books: Books,
  query: QueryOf<typeof importFaultList>,
  size = FAULTS_OF_A_PAGE,
): Promise<Page<RowFault>> {
  const [file] = await books.tx.execute(sql`
    select from books.import_files where id = ${query.fileId}::uuid and discarded_at is null`);
  if (!file) throw new Refusal("not-found");
  const from = {
    select: sql`${ROW} as row, ${COLUMN} as column, kept.fault ->> 'says' as says`,
    from: sql`books.import_files f cross join lateral jsonb_array_elements(f.faults) with ordinality as kept (fault, place)`,
    where: sql`f.id = ${query.fileId}::uuid`,
    rowOf: ({ row, column, says }: RowFault) => ({ row, column, says }),
  };
  return readPage(books, { list: importFaultList, keys: KEYS, ...from }, query, size);
}

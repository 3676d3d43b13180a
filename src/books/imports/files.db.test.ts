// A business keeps only so many files waiting to be read: who sends more is asked to come again, and others don't wait.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { freshBusiness, type Ledger } from "../story/ledger-dsl.ts";
import { clearFiles } from "./clear-files.ts";
import { MOST_WAITING, discardFile, keepFile } from "./files.ts";
import { readBytes, readPart } from "./work.ts";

afterAll(closePool);

async function* inParts(...texts: string[]) {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

function send(business: Ledger, ...texts: string[]) {
  const size = texts.join("").length;
  const hash = createHash("sha256").update(texts.join("")).digest();
  return business.change((books) =>
    keepFile(books, { kind: "receivables", name: "file.csv", size, hash }, inParts(...texts)),
  );
}

test("a file is there in the parts that it came in, and whole", async () => {
  const business = await freshBusiness();
  const { fileId } = await send(business, "a,b\n", "1,2\n");
  await business.read(async (books) => {
    expect(Buffer.from(await readBytes(books, { fileId, size: 8 })).toString()).toBe("a,b\n1,2\n");
    const parts = [
      await readPart(books, fileId, 0),
      await readPart(books, fileId, 1),
      await readPart(books, fileId, 2),
    ];
    expect(parts.map((part) => part && Buffer.from(part).toString())).toEqual(["a,b\n", "1,2\n", null]);
  });
});

test("one that waits beyond the bound is refused until one is put away, and another business isn't", async () => {
  const [business, other] = [await freshBusiness(), await freshBusiness()];
  const sent = [];
  for (let n = 0; n < 60; n++) sent.push(await send(business, `file ${n}`));
  await expect(send(business, "one more")).rejects.toMatchObject({
    code: "crowded",
    details: { seconds: 20 },
  });
  await send(other, "theirs");
  const [first] = sent;
  await business.change((books) => discardFile(books, first?.fileId ?? ""));
  await send(business, "one more");
});

/** A file that came so many days ago, as large as it says. */
const came = (
  business: Ledger,
  { days, size, discarded = false }: { days: number; size: number; discarded?: boolean },
) =>
  business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.import_files (kind, name, size, hash, uploaded_by, asked_by, asked_subject, state, fault, uploaded_at, discarded_at)
      values ('receivables', ${`${days}.csv`}, ${size}, 'x', 'x', 'x', 'x', 'failed', '{}',
        clock_timestamp() - ${days} * interval '1 day', ${discarded ? sql`clock_timestamp() - interval '2 hours'` : sql`null`})`),
  );
const named = (business: Ledger) =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ name: string }>(sql`select name from books.import_files order by name`);
    return rows.map(({ name }) => name);
  });

test("files that aren’t brought in take so much room and no more, until they are cleared away", async () => {
  const [business, other] = [await freshBusiness(), await freshBusiness()];
  const most = 100_000_000;
  for (let n = 0; n < MOST_WAITING / most - 1; n++)
    await came(business, { days: 1, size: most, discarded: true });
  await came(business, { days: 89, size: most - 7 });
  await send(business, "seven b");
  await expect(send(business, "x")).rejects.toMatchObject({ code: "files-full" });
  await send(other, "x");
  expect(await business.change(clearFiles)).toEqual({ cleared: 9 });
  await send(business, "x");
  expect(await named(other)).toEqual(["file.csv"]);
});

test("a file is cleared away ninety days after it came, unless it was brought in", async () => {
  const business = await freshBusiness();
  for (const days of [89, 90, 91]) await came(business, { days, size: 5 });
  await business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.imports (kind, file_name, file_hash, row_count, imported_by, file_id)
      select 'receivables', name, 'x', 1, 'x', id from books.import_files where name = '91.csv'`),
  );
  expect(await business.change(clearFiles)).toEqual({ cleared: 1 });
  expect(await named(business)).toEqual(["89.csv", "91.csv"]);
});

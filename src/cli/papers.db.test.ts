// Stored papers against their values, as an operator asks for it: a file that lost letters is listed with what it lost,
// one that is no PDF, too; whole ones are passed over; and no run reads more than it was told to.
import { execFile } from "node:child_process";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepStatementFile, issueStatement, readStatement } from "@/books/statements/statements.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { statementPdf } from "@/documents/statement-pdf.tsx";
import { readPapers } from "./commands/papers.ts";
import { operatorOf } from "./commands/usage.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { day } from "@/domain/values/day.ts";

afterAll(closePool);

const ROOT = path.join(import.meta.dirname, "../..");
const papers = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const words = ["--import", "./src/cli/typescript.mjs", "src/cli/books.ts", "papers", ...args];
    const answer = (error: { code?: unknown } | null, out: string, err: string) =>
      resolve({ code: error ? Number(error.code) : 0, out, err });
    execFile(process.execPath, words, { cwd: ROOT }, answer);
  });

type Shop = Awaited<ReturnType<typeof freshBusiness>>;

/** Issues a statement to a new customer and stores what `draw` makes of its value. */
async function stored(shop: Shop, name: string, draw: (statement: Statement) => Promise<Uint8Array>) {
  const { customerId: customer } = await shop.customer(name).invoice("100.00", "2026-01-31").write();
  const letterhead = { name: "Etoile Supply", slug: shop.slug, locale: "en-US", country: "US" };
  const request = { customer, asOf: day("2026-02-28") };
  const { statementId, number } = await shop.change((books) => issueStatement(books, letterhead, request));
  const { statement } = await shop.read((books) => readStatement(books, statementId));
  const pdf = await draw(statement);
  await shop.change((books) => keepStatementFile(books, statementId, pdf));
  return number;
}

const called = (name: string) => (statement: Statement) =>
  statementPdf({ ...statement, customer: { ...statement.customer, name } });

test("a file that lost letters is named with its customer and what it lost, and whole ones aren't", async () => {
  const shop = await freshBusiness();
  await stored(shop, "Zeta Corp", statementPdf);
  const broken = await stored(shop, "Emerald Inc", called("merald Inc"));
  const torn = await stored(shop, "Torn Ltd", () => Promise.resolve(new TextEncoder().encode("%PDF-1.7")));
  const { code, out } = await papers("--org", shop.slug);
  expect(out.split("\n")).toEqual([
    `${broken}, Emerald Inc: the file says less often than its statement: Emerald`,
    `${torn}, Torn Ltd: the file can't be read as a PDF`,
    `${shop.slug}: 3 read, 2 differ`,
    "",
  ]);
  expect(code).toBe(1);
}, 120_000);

test("a run reads no more than it is told to, and another goes on after it", async () => {
  const shop = await freshBusiness();
  const numbers: string[] = [];
  for (const name of ["Alder", "Birch", "Cedar"]) numbers.push(await stored(shop, name, statementPdf));
  const actor = await operatorOf(shop.slug);
  const first = await readPapers(actor, { after: null, limit: 2 });
  expect(first).toEqual({ read: 2, last: numbers[1], differing: [] });
  const rest = await readPapers(actor, { after: first.last, limit: 100 });
  expect(rest).toEqual({ read: 1, last: numbers[2], differing: [] });
  await expect(readPapers(actor, { after: "ST-9", limit: 1 })).rejects.toThrow("isn't here");
});

// books papers: reads stored statement PDFs back as text and lists those that don't say what their statement says. A
// stored file is what its customer was sent, so it is never drawn anew; whoever is listed can be sent a new statement.
import { Command } from "commander";
import { readBooks } from "@/books/open.ts";
import { readStoredPapers } from "@/books/statements/statements.ts";
import { wordsMissingFrom } from "@/documents/paper-words.ts";
import type { SystemActor } from "@/server/actor.ts";
import { UsageError, operatorOf } from "./usage.ts";

/** Read at once: a long statement is some megabytes. */
const BATCH = 20;

type Options = { org: string; after?: string; limit: string };

export function papersCommand(): Command {
  return new Command("papers")
    .description("Stored statement PDFs whose text differs from their statement")
    .requiredOption("--org <slug>", "the business")
    .option("--after <number>", "begin after this statement")
    .option("--limit <count>", "read so many at most", "1000")
    .action(look);
}

async function look(options: Options): Promise<void> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit: ${options.limit} is not a count.`);
  const actor = await operatorOf(options.org);
  const { read, last, differing } = await readPapers(actor, { after: options.after ?? null, limit });
  for (const { number, customer, missing } of differing) {
    const what = missing
      ? `says less often than its statement: ${missing.join(" ")}`
      : "can't be read as a PDF";
    console.log(`${number}, ${customer}: the file ${what}`);
  }
  const told = differing.length === 0 ? "each says what its statement says" : `${differing.length} differ`;
  console.log(`${options.org}: ${read} read, ${told}`);
  if (read === limit) console.log(`There may be more: go on with --after ${last}`);
  if (differing.length > 0) process.exitCode = 1;
}

type Differing = { number: string; customer: string; missing: string[] | null };

/** Reads so many papers, a few at a time; `last` is where a next run goes on. */
export async function readPapers(
  actor: SystemActor,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ read: number; last: string | null; differing: Differing[] }> {
  const differing: Differing[] = [];
  let [read, last] = [0, after];
  while (read < limit) {
    const batch = { after: last, count: Math.min(BATCH, limit - read) };
    const papers = await readBooks(actor, (books) => readStoredPapers(books, batch));
    for (const { number, statement, pdf } of papers) {
      const missing = await wordsMissingFrom(pdf, statement);
      if (missing?.length !== 0) differing.push({ number, customer: statement.customer.name, missing });
    }
    read += papers.length;
    last = papers.at(-1)?.number ?? last;
    if (papers.length < batch.count) break;
  }
  return { read, last, differing };
}

// A run's papers as one file for the printer, five hundred at a time, behind a cover sheet that says which.
import { notFound } from "next/navigation";
import { z } from "zod";
import { readBooksAtLeisure } from "@/books/open.ts";
import { countRunPapers, readRunPapers, type RunPaper } from "@/books/statements/run-list.ts";
import { PRINTED_AT_ONCE, type RunCover } from "@/domain/statements/run.ts";
import { present } from "@/domain/assert.ts";
import { sum } from "@/domain/values/money.ts";
import { tenantOf } from "./actor.ts";
import { apiFor, contextFor } from "./api.ts";
import { readAndRun } from "./heavy/run-heavy.ts";
import { answerPaper } from "./paper-answer.ts";

/** `part`: from 1. Nothing to print is not found. */
export async function answerRunFile(
  org: string,
  runId: string,
  part: number,
  signal: AbortSignal,
): Promise<Response> {
  if (!z.uuid().safeParse(runId).success) notFound();
  const run = await (await apiFor(org)).statementRuns.read({ runId });
  const { member } = await contextFor(org);
  if (!member) notFound();
  const skip = (part - 1) * PRINTED_AT_ONCE;
  const of = await readBooksAtLeisure(member, (books) => countRunPapers(books, runId));
  if (skip >= of) notFound();
  return answerPaper(async () => {
    const drawn = await readAndRun(
      tenantOf(member),
      "merged-papers",
      async () => {
        const papers = await readBooksAtLeisure(member, (books) => readRunPapers(books, { runId, skip }));
        return { cover: coverOf(papers, { skip, of }), papers: papers.map(({ pdf }) => pdf) };
      },
      { signal },
    );
    return { pdf: drawn.answer, name: `${member.orgName} statements ${run.asOf} ${part}`, download: false };
  });
}

function coverOf(
  papers: readonly RunPaper[],
  { skip, of }: { skip: number; of: number },
): Omit<RunCover, "pages"> {
  const first = present(papers[0], "there is something to print");
  const { business, currency, kind, asOf } = first.statement;
  const numbers = papers.map(({ number }) => number).sort();
  return {
    business,
    currency,
    kind,
    asOf,
    first: skip + 1,
    last: skip + papers.length,
    of,
    numbers: numbers.length === 1 ? first.number : `${numbers[0]} – ${numbers.at(-1)}`,
    closingCents: sum(papers.map(({ statement }) => statement.closingCents)),
  };
}

// books statement: a customer's statement as a PDF, as the preview shows it; nothing is numbered or stored.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import { readBooks } from "@/books/open.ts";
import { previewStatement } from "@/books/statements/statements.ts";
import { statementPdf } from "@/documents/statement-pdf.tsx";
import { decimalString } from "@/domain/values/money.ts";
import { UsageError, dayOption, operatorOf } from "./usage.ts";

type Options = { org: string; customer: string; asOf?: string; from?: string; out: string };

export function statementCommand(): Command {
  return new Command("statement")
    .description("A customer's statement as a PDF")
    .requiredOption("--org <slug>", "the business")
    .requiredOption("--customer <number>", "the customer's number")
    .option("--as-of <day>", "as of the end of this day (default: the business's today)")
    .option("--from <day>", "where the activity begins (default: the first of that month)")
    .requiredOption("--out <file>", "where to write the PDF")
    .action(write);
}

async function write(options: Options): Promise<void> {
  const actor = await operatorOf(options.org);
  const asOf = options.asOf ? dayOption("as-of", options.asOf) : actor.today;
  const request = {
    customer: options.customer,
    asOf,
    ...(options.from && { fromOn: dayOption("from", options.from) }),
  };
  const letterhead = {
    name: actor.orgName,
    slug: actor.orgSlug,
    locale: actor.locale,
    country: actor.country,
  };
  const statement = await readBooks(actor, (books) => previewStatement(books, letterhead, request));
  await writeFile(resolve(options.out), await statementPdf(statement)).catch(() => {
    throw new UsageError(`${options.out} can't be written.`);
  });
  const closing = `${decimalString(statement.closingCents, statement.currency)} ${statement.currency}`;
  console.log(`${statement.customer.name} as of ${asOf}: ${closing}. Written to ${options.out}.`);
}

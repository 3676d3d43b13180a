// books statement: a customer's statement as the preview shows it, as a PDF or as its frozen value; nothing is numbered
// or stored. `books statements run` makes those of a whole business.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import { readBooks } from "@/books/open.ts";
import { readLogo } from "@/books/paper-settings.ts";
import { previewStatement } from "@/books/statements/statements.ts";
import { statementPdf } from "@/documents/statement-pdf.tsx";
import { STATEMENT_KINDS, type StatementKind } from "@/domain/statements/kinds.ts";
import { decimalString } from "@/domain/values/money.ts";
import { letterheadOf } from "@/server/actor.ts";
import { UsageError, dayOption, operatorOf } from "./usage.ts";

type Options = {
  org: string;
  customer: string;
  kind: StatementKind;
  asOf?: string;
  from?: string;
  out?: string;
  json?: boolean;
};

export const kindOption = () =>
  new Option("--kind <kind>", "what it lists").choices(STATEMENT_KINDS).default("balance-forward");

export function statementCommand(): Command {
  return new Command("statement")
    .description("A customer's statement as a PDF, or as the value that it is drawn from")
    .requiredOption("--org <slug>", "the business")
    .requiredOption("--customer <number>", "the customer's number")
    .addOption(kindOption())
    .option("--as-of <day>", "as of the end of this day (default: the business's today)")
    .option("--from <day>", "where the activity begins (default: the first of that month)")
    .option("--out <file>", "where to write the PDF")
    .option("--json", "the value as one line of JSON; its amounts are whole cents, as they are kept")
    .action(write);
}

async function write(options: Options): Promise<void> {
  const { out, json } = options;
  if (out === undefined && !json)
    throw new UsageError("Say --out FILE for the PDF, or --json for the value.");
  const actor = await operatorOf(options.org);
  const asOf = options.asOf ? dayOption("as-of", options.asOf) : actor.today;
  const request = {
    customer: options.customer,
    kind: options.kind,
    asOf,
    ...(options.from && { fromOn: dayOption("from", options.from) }),
  };
  const { statement, logo } = await readBooks(actor, async (books) => {
    const preview = await previewStatement(books, letterheadOf(actor), request);
    return { statement: preview, logo: await readLogo(books, preview.brand) };
  });
  if (out !== undefined)
    await writeFile(resolve(out), await statementPdf(statement, logo)).catch(() => {
      throw new UsageError(`${out} can't be written.`);
    });
  if (json) {
    console.log(JSON.stringify(statement));
    return;
  }
  const closing = `${decimalString(statement.closingCents, statement.currency)} ${statement.currency}`;
  console.log(`${statement.customer.name} as of ${asOf}: ${closing}. Written to ${out}.`);
}

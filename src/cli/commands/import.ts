// books import receivables: a file of invoices, all rows or none.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Command } from "commander";
import { importReceivables } from "@/books/business/imports.ts";
import { readStart } from "@/books/business/set-up-books.ts";
import { changeBooks } from "@/books/open.ts";
import { decimalString } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { parseReceivables } from "@/server/receivables-csv.ts";
import { UsageError, operatorOf } from "./usage.ts";

export function importCommand(): Command {
  const command = new Command("import").description("Bring a file into the books");
  command
    .command("receivables <file>")
    .description("a CSV of invoices, and of the day each was settled; all rows or none, and a file only once")
    .requiredOption("--org <slug>", "the business")
    .action(bringIn);
  return command;
}

async function bringIn(file: string, { org }: { org: string }): Promise<void> {
  const actor = await operatorOf(org);
  const content = await readFile(resolve(file), "utf8").catch(() => {
    throw new UsageError(`${file} can't be read.`);
  });
  const name = basename(file);
  // The file's own hash keeps it from being posted twice; the key is this try's.
  const command = { key: randomUUID(), procedure: "imports.importReceivables", input: { name } };
  const done = await changeBooks(actor, command, async (books) => {
    const { currency, today } = books;
    const parsed = parseReceivables({ name, content }, { currency, today, startOn: await readStart(books) });
    if (parsed.faults.length > 0) throw new Refusal("file-refused", { faults: parsed.faults });
    return importReceivables(books, parsed);
  });
  const { invoices, payments, newCustomers } = done;
  const total = `${decimalString(done.totalCents, actor.currency)} ${actor.currency}`;
  console.log(
    `Imported ${invoices} invoices of ${total}, ${payments} of them settled, with ${newCustomers} new customers.`,
  );
}

// books retainage: what customers hold back, as of a day, for a person or as JSON.
import { Command } from "commander";
import { readRetainage, type RetainageAmounts } from "@/books/invoices/retainage-report.ts";
import { readBooks } from "@/books/open.ts";
import { decimalString, formatGross, type GrossSum } from "@/domain/values/money.ts";
import { dayOption, operatorOf } from "./usage.ts";

type Options = { org: string; asOf?: string; json?: boolean };

export function retainageCommand(): Command {
  return new Command("retainage")
    .description("Retainage withheld, released and held, by invoice, in the business's currency")
    .requiredOption("--org <slug>", "the business")
    .option("--as-of <day>", "as of the end of this day (default: the business's today)")
    .option("--json", "one line of JSON with amounts as decimal strings; null is more than can be added up")
    .action(tell);
}

async function tell(options: Options): Promise<void> {
  const actor = await operatorOf(options.org);
  const day = options.asOf ? dayOption("as-of", options.asOf) : actor.today;
  const { asOf, rows, ...sums } = await readBooks(actor, (books) => readRetainage(books, day));
  const { currency, locale } = actor;
  if (options.json) {
    const text = (amount: GrossSum) => (amount === null ? null : decimalString(amount, currency));
    const amounts = ({ withheldCents, releasedCents, heldCents }: RetainageAmounts) => ({
      withheld: text(withheldCents),
      released: text(releasedCents),
      held: text(heldCents),
    });
    const told = rows.map((row) => ({
      customer: row.customer,
      job: row.job,
      invoice: row.invoice,
      ...amounts(row),
    }));
    console.log(JSON.stringify({ asOf, ...amounts(sums), rows: told }));
    return;
  }
  const write = (amount: GrossSum) => formatGross(amount, currency, locale).padStart(16);
  const line = (label: string, amounts: RetainageAmounts) =>
    console.log(
      `${label.padEnd(44)}${write(amounts.withheldCents)}${write(amounts.releasedCents)}${write(amounts.heldCents)}`,
    );
  console.log(`${actor.orgName}, ${currency}, as of ${asOf}: withheld, released, held`);
  for (const row of rows) line([row.customer, row.job, row.invoice].filter(Boolean).join(" "), row);
  line("Total", sums);
}

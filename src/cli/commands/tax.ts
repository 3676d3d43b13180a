// books tax: the tax of a period by agency, for a person or as JSON, the same that the page shows.
import { Command } from "commander";
import { readBooks } from "@/books/open.ts";
import { readTaxReport } from "@/books/receivables/tax-report.ts";
import { TAX_BASES, taxPeriodOf, taxTotals, type TaxBasis } from "@/domain/receivables/tax-report.ts";
import { decimalString, formatGross, type GrossSum } from "@/domain/values/money.ts";
import { UsageError, dayOption, operatorOf } from "./usage.ts";

type Options = { org: string; from: string; to: string; basis: string; json?: boolean };

export function taxCommand(): Command {
  return new Command("tax")
    .description("Tax by agency for a period, when invoiced or when paid")
    .requiredOption("--org <slug>", "the business")
    .requiredOption("--from <day>", "the first day")
    .requiredOption("--to <day>", "the last day")
    .option("--basis <basis>", "invoiced or paid", "invoiced")
    .option("--json", "one line of JSON with amounts as decimal strings; null is more than can be added up")
    .action(tell);
}

async function tell(options: Options): Promise<void> {
  const asked = { fromOn: dayOption("from", options.from), throughOn: dayOption("to", options.to) };
  const basis = basisOption(options.basis);
  const actor = await operatorOf(options.org);
  const { currency, locale } = actor;
  const period = taxPeriodOf({ ...asked, basis }, actor.today);
  const { rows } = await readBooks(actor, (books) => readTaxReport(books, period));
  const { taxCents, journalCents } = taxTotals(rows);
  if (options.json) {
    const text = (amount: GrossSum) => (amount === null ? null : decimalString(amount, currency));
    const agencies = rows.map((row) => ({
      agency: row.agency,
      account: row.chartCode,
      taxableSales: text(row.taxableCents),
      exemptSales: text(row.exemptCents),
      onAccount: text(row.accountCents),
      counter: text(row.counterCents),
      tax: text(row.taxCents),
      journal: text(row.journalCents),
      postedLater: text(row.laterCents),
      datedBefore: text(row.earlierCents),
      posted: text(row.postedCents),
    }));
    const sums = { tax: text(taxCents), journal: text(journalCents) };
    return console.log(
      JSON.stringify({ from: period.fromOn, to: period.throughOn, basis, ...sums, agencies }),
    );
  }
  console.log(`${actor.orgName}, ${currency}, tax ${period.fromOn} to ${period.throughOn}, when ${basis}`);
  const column = (amount: GrossSum) => formatGross(amount, currency, locale).padStart(18);
  console.log(
    `${"".padEnd(32)}${["taxable sales", "exempt sales", "tax"].map((head) => head.padStart(18)).join("")}`,
  );
  for (const row of rows)
    console.log(
      `${row.agency.padEnd(32)}${[row.taxableCents, row.exemptCents, row.taxCents].map(column).join("")}`,
    );
  console.log(`${"Total".padEnd(68)}${column(taxCents)}`);
}

function basisOption(text: string): TaxBasis {
  const basis = (Object.keys(TAX_BASES) as TaxBasis[]).find((each) => each === text);
  if (!basis) throw new UsageError(`--basis: ${text} is neither invoiced nor paid.`);
  return basis;
}

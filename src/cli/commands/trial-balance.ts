// books trial-balance: what each account of the chart comes to at a day, for a person or as JSON, the same that the page
// shows.
import { Command } from "commander";
import { readBooks } from "@/books/open.ts";
import { readTrialBalance } from "@/books/receivables/trial-balance.ts";
import { sidesOf, trialFigures } from "@/domain/receivables/trial-balance.ts";
import { ZERO, decimalString, formatAmount, type Cents, type GrossSum } from "@/domain/values/money.ts";
import { dayOption, operatorOf } from "./usage.ts";

type Options = { org: string; asOf?: string; json?: boolean };

export function trialBalanceCommand(): Command {
  return new Command("trial-balance")
    .description("Trial balance of the accounts that receivables post to, by posting period")
    .requiredOption("--org <slug>", "the business")
    .option("--as-of <day>", "as of the end of this day (default: the business's today)")
    .option("--json", "one line of JSON with amounts as decimal strings; null is more than can be added up")
    .action(tell);
}

async function tell(options: Options): Promise<void> {
  const actor = await operatorOf(options.org);
  const { currency, locale } = actor;
  const asOf = options.asOf ? dayOption("as-of", options.asOf) : actor.today;
  const trial = await readBooks(actor, (books) => readTrialBalance(books, { asOf, knownAt: null }));
  if (options.json) {
    const text = (amount: GrossSum) => (amount === null ? null : decimalString(amount, currency));
    const figures = Object.entries(trialFigures(trial)).map(([name, amount]) => [name, text(amount)]);
    const lines = trial.lines.map((line) => {
      const { debitCents, creditCents } = sidesOf(line);
      const side = (amount: Cents | null) => (line.balanceCents === null ? null : text(amount ?? ZERO));
      return { account: line.code, name: line.name, debit: side(debitCents), credit: side(creditCents) };
    });
    return console.log(JSON.stringify({ asOf, ...Object.fromEntries(figures), lines }));
  }
  const column = (amount: GrossSum) =>
    (amount === null ? "" : formatAmount(amount, currency, locale)).padStart(20);
  console.log(`${actor.orgName}, ${currency}, trial balance as of ${asOf}`);
  for (const line of trial.lines) {
    const { debitCents, creditCents } = sidesOf(line);
    console.log(`${line.code.padEnd(10)}${line.name.padEnd(32)}${column(debitCents)}${column(creditCents)}`);
  }
  console.log(`${"Total".padEnd(42)}${column(trial.debitCents)}${column(trial.creditCents)}`);
}

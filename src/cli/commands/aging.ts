// books aging: the figures of the aging, for a person or as JSON, the same that the page shows.
import { Command } from "commander";
import { readBusinessAging } from "@/books/receivables/aging.ts";
import { safeKnownAt } from "@/books/ledger/known-at.ts";
import { readBooks } from "@/books/open.ts";
import { BUCKETS, BUCKET_LABELS } from "@/domain/ledger/aging.ts";
import { decimalString, formatAmount, type Cents } from "@/domain/values/money.ts";
import { dayOption, instantOption, operatorOf } from "./usage.ts";

type Options = { org: string; asOf?: string; knownAt?: string; json?: boolean };

export function agingCommand(): Command {
  return new Command("aging")
    .description("Aging of all receivables in the business's currency")
    .requiredOption("--org <slug>", "the business")
    .option("--as-of <day>", "as of the end of this day (default: the business's today)")
    .option("--known-at <instant>", "as it was known then (default: now)")
    .option("--json", "one line of JSON with amounts as decimal strings")
    .action(age);
}

async function age(options: Options): Promise<void> {
  const actor = await operatorOf(options.org);
  const asOf = options.asOf ? dayOption("as-of", options.asOf) : actor.today;
  const knownAt = options.knownAt ? await safeKnownAt(instantOption("known-at", options.knownAt)) : null;
  const aging = await readBooks(actor, (books) => readBusinessAging(books, { asOf, knownAt }));
  const { totalCents, unappliedCents, netCents, openInvoices } = aging;
  if (options.json) {
    const text = (amount: Cents) => decimalString(amount, actor.currency);
    const buckets = Object.fromEntries(BUCKETS.map((bucket) => [bucket, text(aging[bucket])]));
    const sums = { total: text(totalCents), unapplied: text(unappliedCents), net: text(netCents) };
    console.log(JSON.stringify({ asOf, openInvoices, ...buckets, ...sums }));
    return;
  }
  const line = (label: string, amount: Cents) =>
    console.log(`${label.padEnd(18)}${formatAmount(amount, actor.currency, actor.locale).padStart(20)}`);
  console.log(`${actor.orgName}, ${actor.currency}, as of ${asOf}: ${openInvoices} open`);
  for (const bucket of BUCKETS) line(BUCKET_LABELS[bucket], aging[bucket]);
  line("Total", totalCents);
  line("Unapplied credit", unappliedCents);
  line("Net", netCents);
}

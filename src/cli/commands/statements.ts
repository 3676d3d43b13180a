// books statements run: the statements of a whole business, rehearsed and made in one go, each once; the same run again makes
// nothing new, and one that broke off is gone on with. Mails are queued and sent by the worker.
import { randomUUID } from "node:crypto";
import { Command, Option } from "commander";
import { changeBooks, readBooks, type Books } from "@/books/open.ts";
import { readDiscounts } from "@/books/products/discounts.ts";
import { readLabels } from "@/books/customers/labels.ts";
import { readRunExceptions } from "@/books/statements/run-list.ts";
import { approveRun, readRun, readRunFigures, startRun } from "@/books/statements/runs.ts";
import { foldName } from "@/domain/imports/fold.ts";
import { inputOf } from "@/domain/input-of.ts";
import { RUN_EXCEPTIONS, type RunDelivery } from "@/domain/statements/run.ts";
import { DELIVERIES, NewRun } from "@/domain/statements/run-input.ts";
import type { StatementKind } from "@/domain/statements/kinds.ts";
import { TermsCode } from "@/domain/values/terms-shape.ts";
import { decimalString, parseAmount } from "@/domain/values/money.ts";
import { PLAIN_LOCALE } from "@/domain/values/written-number.ts";
import type { SystemActor } from "@/server/actor.ts";
import { workOnRun } from "@/server/jobs/statement-runs.ts";
import { kindOption } from "./statement.ts";
import { UsageError, dayOption, operatorOf } from "./usage.ts";

type Options = {
  org: string;
  kind: StatementKind;
  asOf?: string;
  from?: string;
  min?: string;
  pastDue?: boolean;
  active?: boolean;
  reachedBy?: "mail" | "letter";
  label?: string;
  discountClass?: string;
  terms?: string;
  family?: boolean;
  deliver: RunDelivery;
  json?: boolean;
};

export function statementsCommand(): Command {
  const run = new Command("run")
    .description("The statements of all customers who have anything to be told, each made once")
    .requiredOption("--org <slug>", "the business")
    .addOption(kindOption())
    .option("--as-of <day>", "as of the end of this day (default: the business's today)")
    .option("--from <day>", "where the activity begins (default: the first of that month)")
    .option("--min <amount>", "only who owes as much at least, net")
    .option("--past-due", "only who is past due")
    .option("--active", "only who had activity within the days")
    .addOption(
      new Option("--reached-by <way>", "only who gets statements this way").choices(["mail", "letter"]),
    )
    .option("--label <name>", "only who has this label")
    .option("--discount-class <name>", "only who is of this discount class")
    .option("--terms <code>", "only who has these terms: net-30")
    .option("--family", "one statement for a parent and its branches")
    .addOption(new Option("--deliver <how>", "what becomes of them").choices(DELIVERIES).default("none"))
    .option("--json", "one line of JSON with amounts as decimal strings")
    .action(runStatements);
  return new Command("statements").description("Statements of a whole business").addCommand(run);
}

async function runStatements(options: Options): Promise<void> {
  const actor = await operatorOf(options.org);
  const asked = inputOf(NewRun, {
    kind: options.kind,
    asOf: options.asOf ? dayOption("as-of", options.asOf) : actor.today,
    ...(options.from && { fromOn: dayOption("from", options.from) }),
    deliver: options.deliver,
    selection: {
      minCents: options.min === undefined ? null : amountOption(options.min, actor),
      pastDueOnly: options.pastDue ?? false,
      activeOnly: options.active ?? false,
      reachedBy: options.reachedBy ?? null,
      labelId: await namedOption(actor, "label", options.label, readLabels),
      classId: await namedOption(actor, "discount-class", options.discountClass, async (books) => {
        const { classes } = await readDiscounts(books);
        return classes;
      }),
      terms: options.terms === undefined ? null : termsOption(options.terms),
      families: options.family ?? false,
    },
  });
  const command = (procedure: string) => ({ key: `cli-${randomUUID()}`, procedure, input: asked });
  const { runId } = await changeBooks(actor, command("statementRuns.start"), (books) =>
    startRun(books, asked),
  );
  const before = await readBooks(actor, (books) => readRunFigures(books, runId));
  await workOnRun(actor, runId);
  const { state } = await readBooks(actor, (books) => readRun(books, runId));
  if (state === "rehearsed") {
    await changeBooks(actor, command("statementRuns.approve"), (books) => approveRun(books, { runId }));
    await workOnRun(actor, runId);
  }
  await tell(actor, { runId, made: before.made, json: options.json ?? false });
}

type Told = { runId: string; made: number; json: boolean };

async function tell(actor: SystemActor, { runId, made: before, json }: Told): Promise<void> {
  const { figures, exceptions } = await readBooks(actor, async (books) => ({
    figures: await readRunFigures(books, runId),
    exceptions: await readRunExceptions(books, runId),
  }));
  const made = figures.made - before;
  const total = decimalString(figures.madeCents, actor.currency);
  if (json) {
    const { skipped, failed } = figures;
    console.log(JSON.stringify({ run: runId, made, already: before, skipped, failed, exceptions, total }));
  } else {
    console.log(
      `${made} made, ${before} were there already, ${figures.skipped} skipped, ${figures.failed} failed.`,
    );
    for (const { customer, name, exception } of exceptions)
      console.log(`  ${customer} ${name}: ${RUN_EXCEPTIONS[exception]}`);
    console.log(`They come to ${total} ${actor.currency}.`);
  }
  if (figures.failed > 0) process.exitCode = 1;
}

function amountOption(text: string, { currency }: SystemActor) {
  const amount = parseAmount(text, currency, PLAIN_LOCALE);
  if (typeof amount === "string" || amount <= 0) throw new UsageError(`--min: ${text} is not an amount.`);
  return amount;
}

type Named = { id: string; name: string };

/** What is called so, in any case; null where nothing was asked for. */
async function namedOption(
  actor: SystemActor,
  option: "label" | "discount-class",
  name: string | undefined,
  read: (books: Books) => Promise<readonly Named[]>,
): Promise<string | null> {
  if (name === undefined) return null;
  const all = await readBooks(actor, read);
  const found = all.find((each) => foldName(each.name) === foldName(name));
  if (!found) throw new UsageError(`--${option}: there is none called ${name}.`);
  return found.id;
}

function termsOption(code: string): string {
  if (!TermsCode.safeParse(code).success)
    throw new UsageError(`--terms: ${code} are no terms, as net-30 is.`);
  return code;
}

// books import KIND FILE: the reader, the look and the import of the pages, on the operator's line. What the file leaves open
// is asked, with the option that answers it; nothing is guessed, and it is all rows or none.
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { IMPORT_KINDS, KIND_NAMES, fieldsOf, type ImportKind } from "@/domain/imports/fields.ts";
import { foldHeading } from "@/domain/imports/fold.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import { DAY_ORDERS, DECIMAL_SIGNS, planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import type { SystemActor } from "@/server/actor.ts";
import { importNow, lookNow, type GivenFile, type LookedAt } from "@/server/import-now.ts";
import { printDone, printLook, printQuestions } from "./import-words.ts";
import { UsageError, dayOption, operatorOf } from "./usage.ts";

export type ImportOptions = {
  org: string;
  map: string[];
  days?: ImportPlan["days"];
  decimal?: ImportPlan["decimal"];
  openAsOf?: string;
  history?: boolean;
  round?: boolean;
  leaveFaulty?: boolean;
  customers?: "same" | "new";
  numbers?: "same" | "other";
  dryRun?: boolean;
  json?: boolean;
};

export function importCommand(): Command {
  const command = new Command("import").description("Bring a file into the books");
  for (const kind of IMPORT_KINDS) command.addCommand(importOf(kind));
  return command;
}

function importOf(kind: ImportKind): Command {
  return new Command(kind)
    .argument("<file>", "CSV, text, .xlsx or IIF, up to 100 MB")
    .description(`${KIND_NAMES[kind]}: all rows or none, and a file only once`)
    .requiredOption("--org <slug>", "the business")
    .option("--map <field=heading...>", `what a column holds: ${Object.keys(fieldsOf(kind)).join(", ")}`, [])
    .addOption(new Option("--days <order>", "how days are written").choices(DAY_ORDERS))
    .addOption(new Option("--decimal <sign>", "the decimal sign of amounts").choices(DECIMAL_SIGNS))
    .option("--open-as-of <day>", "open items of that day, against opening balances")
    .option("--history", "as it was billed and paid, with its revenue")
    .option("--round", "round amounts with more decimals than the currency has")
    .option("--leave-faulty", "leave rows with faults out")
    .addOption(new Option("--customers <which>", "names near to customers of yours").choices(["same", "new"]))
    .addOption(
      new Option("--numbers <which>", "numbers with another name in your books").choices(["same", "other"]),
    )
    .option("--dry-run", "say what it would do, and do nothing")
    .option("--json", "say it as JSON")
    .action((file: string, options: ImportOptions) => bringIn(kind, file, options));
}

async function bringIn(kind: ImportKind, path: string, options: ImportOptions): Promise<void> {
  const actor = await operatorOf(options.org);
  const bytes = await readFile(resolve(path)).catch(() => {
    throw new UsageError(`${path} can't be read.`);
  });
  const file = { name: basename(path), bytes, plan: planOf(kind, options) };
  const looked = await lookWith(actor, file, options);
  const { look, faults } = looked;
  if (look.questions.length > 0) return fails(() => printQuestions(looked, options));
  if (faults.length > 0 && !look.plan.leaveFaulty) return fails(() => printLook(looked, options));
  if (options.dryRun)
    return look.already ? fails(() => printLook(looked, options)) : printLook(looked, options);
  const { summary } = await importNow(actor, file, looked);
  printDone(looked, summary, { ...options, currency: actor.currency });
}

function fails(say: () => void): void {
  say();
  process.exitCode = 1;
}

function planOf(kind: ImportKind, options: ImportOptions): ImportPlan {
  const { days = null, decimal = null, openAsOf, history, round = false, leaveFaulty = false } = options;
  if (openAsOf !== undefined && history) throw new UsageError("Say --open-as-of or --history, not both.");
  const way = openAsOf !== undefined ? "open" : history ? "history" : null;
  const asOf = openAsOf === undefined ? null : dayOption("open-as-of", openAsOf);
  return { ...planFor(kind), days, decimal, way, openAsOf: asOf, round, leaveFaulty };
}

/** Columns are told by their headings, which the first look finds. */
async function lookWith(
  actor: SystemActor,
  file: GivenFile,
  { map, customers, numbers }: ImportOptions,
): Promise<LookedAt> {
  let looked = await lookNow(actor, file);
  if (map.length > 0) {
    file.plan = { ...file.plan, columns: columnsWith(looked.look, columnsOf(map, looked.look)) };
    looked = await lookNow(actor, file);
  }
  for (const said of [`--customers ${customers}`, `--numbers ${numbers}`]) {
    const options = looked.look.questions.flatMap((question) => question.options);
    const answer = options.find(({ option }) => option === said);
    if (!answer) continue;
    file.plan = { ...file.plan, ...answer.patch };
    looked = await lookNow(actor, file);
  }
  return looked;
}

/** A field that is given to one column is taken from the one that had it. */
function columnsWith({ plan }: ImportLook, said: Record<string, string>): Record<string, string> {
  const given = new Set(Object.values(said));
  const kept = Object.entries(plan.columns).map(([at, field]) => [at, given.has(field) ? "" : field]);
  return { ...Object.fromEntries(kept), ...said };
}

function columnsOf(map: readonly string[], look: ImportLook): Record<string, string> {
  const fields = fieldsOf(look.kind);
  return Object.fromEntries(
    map.map((each) => {
      const [field = "", ...rest] = each.split("=");
      const heading = rest.join("=");
      if (!(field in fields)) throw new UsageError(`--map ${each}: there is no field ${field}.`);
      const column =
        look.columns.find((one) => foldHeading(one.heading) === foldHeading(heading)) ??
        look.columns.find(({ at }) => String(at + 1) === heading);
      if (!column) throw new UsageError(`--map ${each}: the file has no column ${heading}.`);
      return [String(column.at), field];
    }),
  );
}

// The operator's command line: the same verbs as the doors, without a browser. Figures go to stdout, errors to
// stderr in one line, and the exit code says whether it worked.
import { Command, CommanderError } from "commander";
import { closePool } from "@/db/client.ts";
import { SettingsError } from "@/env.ts";
import { Refusal } from "@/domain/refusal.ts";
import { closeQueue } from "@/server/jobs/queue.ts";
import { agingCommand } from "./commands/aging.ts";
import { retainageCommand } from "./commands/retainage.ts";
import { bounceCommand } from "./commands/bounce.ts";
import { checkCommand } from "./commands/check.ts";
import { demoCommand } from "./commands/demo.ts";
import { doCommand } from "./commands/do.ts";
import { importCommand } from "./commands/import.ts";
import { orgCommand } from "./commands/org.ts";
import { papersCommand } from "./commands/papers.ts";
import { peopleCommand } from "./commands/people.ts";
import { statementCommand } from "./commands/statement.ts";
import { statementsCommand } from "./commands/statements.ts";
import { taxCommand } from "./commands/tax.ts";
import { trialBalanceCommand } from "./commands/trial-balance.ts";
import { UsageError, printFaults } from "./commands/usage.ts";

const program = new Command("books")
  .description("Onaccount from the operator's side. Businesses are named by their slug.")
  .showHelpAfterError("Run with --help to see how.")
  .exitOverride();
program.addCommand(orgCommand());
program.addCommand(peopleCommand());
program.addCommand(importCommand());
program.addCommand(agingCommand());
program.addCommand(trialBalanceCommand());
program.addCommand(taxCommand());
program.addCommand(retainageCommand());
program.addCommand(statementCommand());
program.addCommand(statementsCommand());
program.addCommand(papersCommand());
program.addCommand(bounceCommand());
program.addCommand(checkCommand());
program.addCommand(doCommand());
program.addCommand(demoCommand());

for (const each of program.commands) each.exitOverride().showHelpAfterError("Run with --help to see how.");

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
} finally {
  await closeQueue();
  await closePool();
}

function report(error: unknown): number {
  // Commander has already said what it had to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
  if (error instanceof Refusal) {
    process.stderr.write(`${error.message}\n`);
    printFaults(error.details);
  } else if (error instanceof UsageError || error instanceof SettingsError)
    process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `Something went wrong: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  return 1;
}

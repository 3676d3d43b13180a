// The operator's command line: the same verbs as the doors, without a browser. Figures go to stdout, errors to
// stderr in one line, and the exit code says whether it worked.
import { Command, CommanderError } from "commander";
import { closePool } from "@/db/client.ts";
import { SettingsError } from "@/env.ts";
import { Refusal } from "@/domain/refusal.ts";
import { closeQueue } from "@/server/jobs/queue.ts";
import { UsageError, printFaults } from "./commands/usage.ts";

/** Each is loaded when it is typed: none waits for the documents, routers and queues of the others. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  org: async () => (await import("./commands/org.ts")).orgCommand(),
  people: async () => (await import("./commands/people.ts")).peopleCommand(),
  import: async () => (await import("./commands/import.ts")).importCommand(),
  aging: async () => (await import("./commands/aging.ts")).agingCommand(),
  "trial-balance": async () => (await import("./commands/trial-balance.ts")).trialBalanceCommand(),
  tax: async () => (await import("./commands/tax.ts")).taxCommand(),
  retainage: async () => (await import("./commands/retainage.ts")).retainageCommand(),
  statement: async () => (await import("./commands/statement.ts")).statementCommand(),
  statements: async () => (await import("./commands/statements.ts")).statementsCommand(),
  papers: async () => (await import("./commands/papers.ts")).papersCommand(),
  photos: async () => (await import("./commands/photos.ts")).photosCommand(),
  bounce: async () => (await import("./commands/bounce.ts")).bounceCommand(),
  check: async () => (await import("./commands/check.ts")).checkCommand(),
  do: async () => (await import("./commands/do.ts")).doCommand(),
  demo: async () => (await import("./commands/demo.ts")).demoCommand(),
};

const program = new Command("books")
  .description("Onaccount from the operator's side. Businesses are named by their slug.")
  .showHelpAfterError("Run with --help to see how.")
  .exitOverride();
const typed = COMMANDS[process.argv[2] ?? ""];
// Asked for help, or for what isn't there, it has to know them all.
for (const load of typed ? [typed] : Object.values(COMMANDS)) program.addCommand(await load());

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

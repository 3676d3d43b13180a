// `npm run books:model -- --commands N --seed S`: a longer run of the model's histories than the tests have time for.
// A difference is shrunk to the shortest history that still shows it.
import { Command } from "commander";
import { closeBooks } from "@/books/open.ts";
import { liveMany } from "@/books/testing/model-run.ts";

const program = new Command()
  .option("--commands <number>", "how many commands", Number, 20_000)
  .option("--seed <number>", "where the random histories begin", Number, 1)
  .option("--lanes <number>", "histories side by side", Number, 4)
  .option("--no-shrink", "say the first difference as it came: shrinking takes minutes")
  .parse();
type Options = { commands: number; seed: number; lanes: number; shrink: boolean };
const { commands, seed, lanes, shrink } = program.opts<Options>();

try {
  const tally = await liveMany({ commands, seed, lanes, shrink });
  for (const [name, count] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(8)}  ${name}`);
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${total} commands from seed ${seed}: books and model agree.`);
} finally {
  await closeBooks();
}

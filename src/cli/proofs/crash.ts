// `npm run books:crash -- --cycles N [--synchronous-commit off]`: kills and counts. Off is the control: with it
// acknowledged postings may be lost, so a count of none means something with it on.
import { Command } from "commander";
import { crash, type Cycle } from "./crash-run.ts";

const program = new Command()
  .option("--cycles <number>", "how often it is killed", Number, 6)
  .option("--synchronous-commit <setting>", "on or off", "on")
  .parse();
const { cycles, synchronousCommit } = program.opts<{ cycles: number; synchronousCommit: "on" | "off" }>();

const report = ({ broken, ...figures }: Cycle) =>
  console.log(
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value}`)
      .join("  "),
    broken.join("; "),
  );
const seen = await crash({ cycles, synchronousCommit, report });
const lost = seen.reduce((total, cycle) => total + cycle.lost, 0);
const last = seen.at(-1);
console.log(`${cycles} kills, ${last?.acked ?? 0} postings, ${lost} lost, ${last?.half ?? 0} by half.`);
if (lost > 0 || seen.some((cycle) => cycle.half > 0 || cycle.broken.length > 0)) process.exitCode = 1;

// `npm run books:guards`: removes each guard of the books in turn, in a scratch database, and says what happens to what
// it refuses: it passes, so the guard is needed, or a second guard holds it.
import { tryGuards } from "@/books/testing/guard-trial.ts";
import { TARGETS } from "@/db/testing/guards/broken-by-rule.ts";

const { verdicts, unnamed } = await tryGuards();

const faults: string[] = [];
for (const { guard, kind, refusedBy, withoutIt } of verdicts) {
  const [refuser, second] = [guard.by ?? guard.name, guard.heldBy ?? null];
  const without = withoutIt === null ? "passes" : `held by ${withoutIt}`;
  console.log(`${guard.table.padEnd(16)}${guard.name.padEnd(28)}${kind.padEnd(14)}${without}`);
  if (refusedBy !== refuser)
    faults.push(`${guard.name}: refused by ${refusedBy ?? "nobody"}, not by ${refuser}`);
  if (withoutIt !== second) faults.push(`${guard.name}: without it ${without}, not ${second ?? "passes"}`);
}
for (const name of unnamed) if (!TARGETS.has(name)) faults.push(`${name}: no counterexample`);

const names = new Set(verdicts.map(({ guard, kind }) => `${kind} ${guard.name}`));
const needless = [...names].filter((name) =>
  verdicts.every(({ guard, kind, withoutIt }) => `${kind} ${guard.name}` !== name || withoutIt !== null),
);
console.log(
  `\n${names.size} guards, ${verdicts.length} counterexamples; ${names.size - needless.length} guards are needed by one,`,
);
console.log(`${needless.length} have a second guard behind each of theirs: ${needless.join(", ")}.`);
console.log(`Keys that only give foreign keys their target: ${[...TARGETS].join(", ")}.`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

// What both commands share: one file, few options, plain words, and one line for what went wrong.
import { parseArgs } from "node:util";
import { MigrationError } from "@/db/migrations/run.ts";
import { BackupError } from "./backup-file.ts";
import type { Proven } from "./prove-restored.ts";

export async function commandLine(
  name: string,
  options: Readonly<Record<string, string>>,
  work: (file: string, given: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  try {
    const flags = Object.fromEntries(Object.keys(options).map((key) => [key, { type: "boolean" as const }]));
    const { values, positionals } = parseArgs({ allowPositionals: true, options: flags });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new BackupError(usage(name, options));
    await work(file, new Set(Object.keys(values)));
  } catch (error) {
    process.stderr.write(`${name}: ${wordsOf(error)}\n`);
    process.exitCode = 1;
  }
}

const usage = (name: string, options: Readonly<Record<string, string>>) =>
  [
    `npm run ${name} -- FILE`,
    ...Object.entries(options).map(([key, says]) => `  --${key.padEnd(10)} ${says}`),
  ].join("\n");

function wordsOf(error: unknown): string {
  if (error instanceof BackupError || error instanceof MigrationError) return error.message;
  const { code } = (error ?? {}) as { code?: string };
  const words = error instanceof Error ? error.message : String(error);
  if (code?.startsWith("23")) return `the backup breaks a rule of the database: ${words}`;
  return words;
}

export const say = (what: string): void => void process.stdout.write(`${what}\n`);

export const count = (n: number, what: string): string => {
  const many = what.endsWith("s") ? `${what}es` : `${what}s`;
  return `${n.toLocaleString("en-US")} ${n === 1 ? what : many}`;
};

export function provenWords({ rows, businesses, events, heads }: Omit<Proven, "faults">): string {
  return `proven: ${count(rows, "row")} as they were, the books of ${count(businesses, "business")} keep every rule, ${count(events, "event")} in ${count(heads, "chain")} from the first to the head`;
}

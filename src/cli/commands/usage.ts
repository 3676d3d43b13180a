// What every command of the operator's line needs: whose books, and clear words about a wrong option.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { isDay, type Day } from "@/domain/values/day.ts";
import type { RefusalDetails } from "@/domain/refusal.ts";
import { operatorActor, type SystemActor } from "@/server/actor.ts";

/** A slip of whoever typed: shown as one line. */
export class UsageError extends Error {}

export async function operatorOf(slug: string): Promise<SystemActor> {
  const actor = await operatorActor(slug, `cli-${randomUUID()}`);
  if (!actor) throw new UsageError(`There is no business ${slug}.`);
  return actor;
}

export function dayOption(name: string, text: string): Day {
  if (!isDay(text)) throw new UsageError(`--${name}: ${text} is not a date (YYYY-MM-DD).`);
  return text;
}

/** An instant with its zone, such as 2026-11-02T08:00:00Z. */
export function instantOption(name: string, text: string): string {
  if (!z.iso.datetime({ offset: true }).safeParse(text).success) {
    throw new UsageError(`--${name}: ${text} is not an instant (2026-11-02T08:00:00Z).`);
  }
  return text;
}

const MOST_FAULTS = 50;

export function printFaults(details: RefusalDetails): void {
  const faults = (details["faults"] ?? []) as { row: number; column: string; says: string }[];
  for (const { row, column, says } of faults.slice(0, MOST_FAULTS)) {
    process.stderr.write(`  row ${row}${column && `, ${column}`}: ${says}\n`);
  }
  if (faults.length > MOST_FAULTS) process.stderr.write(`  and ${faults.length - MOST_FAULTS} more\n`);
  for (const name of ["reason", "because", "business"])
    if (typeof details[name] === "string") process.stderr.write(`  ${details[name]}\n`);
}

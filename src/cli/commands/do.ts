// books do: any procedure of the pages, carried out as a member, with its input from a file or stdin and its answer as JSON.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { Command } from "commander";
import { ZodError } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { callProcedure, memberContext, procedureNames } from "@/server/operator.ts";
import { UsageError } from "./usage.ts";

type Options = { org?: string; as?: string; list?: boolean };

export function doCommand(): Command {
  return new Command("do")
    .description("Carry out a procedure of the pages as a member: same permission, same checks, same audit")
    .argument("[procedure]", "such as payments.record")
    .argument("[input]", "a file of JSON, or - for stdin; left out, no fields")
    .option("--org <slug>", "the business")
    .option("--as <email>", "the member on whose behalf it is done")
    .option("--list", "every procedure there is, with what it takes to call it")
    .action(carryOut);
}

async function carryOut(
  procedure: string | undefined,
  from: string | undefined,
  { org, as, list }: Options,
): Promise<void> {
  if (list) {
    for (const { path, type, permission } of procedureNames())
      console.log(`${path.padEnd(32)}${(type === "query" ? "reads" : "changes").padEnd(10)}${permission}`);
    return;
  }
  if (procedure === undefined) throw new UsageError("Say which procedure; --list has them all.");
  if (org === undefined || as === undefined) throw new UsageError("Say --org and --as.");
  if (!procedureNames().some(({ path }) => path === procedure))
    throw new UsageError(`There is no procedure ${procedure}; --list has them all.`);
  const context = await memberContext(org, as, `cli-${randomUUID()}`);
  if (!context) throw new UsageError(`${as} is no member of ${org}.`);
  const input = await readInput(from);
  const answer = await callProcedure(context, procedure, input).catch((error: unknown) => {
    throw toldOf(error);
  });
  console.log(JSON.stringify(answer ?? null));
}

async function readInput(from: string | undefined): Promise<unknown> {
  if (from === undefined) return {};
  const said = await (from === "-" ? text(process.stdin) : readFile(resolve(from), "utf8")).catch(() => {
    throw new UsageError(`${from} can't be read.`);
  });
  try {
    return JSON.parse(said);
  } catch {
    throw new UsageError(`${from === "-" ? "stdin" : from} is no JSON.`);
  }
}

/** What a person is told of it: a refusal with its details, or the fields that need another look. */
function toldOf(error: unknown): unknown {
  if (!(error instanceof TRPCError)) return error;
  const { cause } = error;
  if (cause instanceof Refusal) {
    const details = Object.keys(cause.details).length > 0 ? ` ${JSON.stringify(cause.details)}` : "";
    return new UsageError(`${cause.code}: ${cause.message}${details}`);
  }
  if (cause instanceof ZodError)
    return new UsageError(
      cause.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`).join("\n"),
    );
  return error.code === "INTERNAL_SERVER_ERROR" ? error : new UsageError(error.message || error.code);
}

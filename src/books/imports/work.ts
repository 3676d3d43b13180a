// What the worker needs of a file: what is to be done with it, its bytes, and where to write what came of it. An answer to
// what was asked before is thrown away, and so is one to a file that was cancelled or put away.
import { sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { ImportKind } from "@/domain/imports/fields.ts";
import { WORKING, type WorkingState } from "@/domain/imports/file.ts";
import { ImportPlan } from "@/domain/imports/plan.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import type { LookedAt } from "./look.ts";

export type Work = {
  fileId: string;
  kind: ImportKind;
  name: string;
  size: number;
  hash: Uint8Array;
  state: WorkingState;
  asked: number;
  askedBy: string;
  askedSubject: string;
  plan: ImportPlan | null;
  cancelled: boolean;
};

/** A file that the worker has something to do with. */
export const AT_WORK: SQL = sql`state = any (${sql.param(WORKING)}::text[]) and discarded_at is null`;

type Row = {
  kind: ImportKind;
  name: string;
  size: number;
  hash: Buffer;
  state: WorkingState;
  asked: number;
  asked_by: string;
  asked_subject: string;
  plan: string | null;
  cancelled: boolean;
};

/** Null when there is nothing to do. */
export async function readWork({ tx }: Books, fileId: string): Promise<Work | null> {
  const [row] = await tx.execute<Row>(sql`
    select kind, name, size, hash, state, asked, asked_by, asked_subject, plan::text as plan, cancelled
    from books.import_files
    where id = ${fileId}::uuid and ${AT_WORK}`);
  if (!row) return null;
  const { asked_by: askedBy, asked_subject: askedSubject, plan, ...same } = row;
  return {
    fileId,
    askedBy,
    askedSubject,
    plan: plan === null ? null : ImportPlan.parse(JSON.parse(plan)),
    ...same,
  };
}

/** In memory that a thread can read without a copy. */
export async function readBytes(
  { tx }: Books,
  { fileId, size }: { fileId: string; size: number },
): Promise<Uint8Array> {
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let at = 0;
  for (let part = 0; at < size; part++) {
    const content = present(await readPart({ tx }, fileId, part), "a file is as long as it says");
    bytes.set(content, at);
    at += content.length;
  }
  return bytes;
}

/** A part of the file as it was, counted from 0; null after the last. */
export async function readPart(
  { tx }: Pick<Books, "tx">,
  fileId: string,
  part: number,
): Promise<Uint8Array | null> {
  const [row] = await tx.execute<{ content: Buffer }>(sql`
    select content from books.import_parts where file_id = ${fileId}::uuid and part = ${part}::int`);
  return row?.content ?? null;
}

export async function readFileName({ tx }: Books, fileId: string): Promise<{ name: string; size: number }> {
  const [row] = await tx.execute<{ name: string; size: number }>(sql`
    select name, size from books.import_files where id = ${fileId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return row;
}

type Asked = Pick<Work, "fileId" | "asked">;

/** Refuses "import-cancelled" when somebody called it off. */
export async function tellProgress(
  { tx }: Books,
  { fileId, asked }: Asked,
  { done, of }: { done: number; of: number },
): Promise<void> {
  const [row] = await tx.execute<{ cancelled: boolean }>(sql`
    update books.import_files set done = ${done}::int, to_do = ${of}::int
    where id = ${fileId}::uuid and asked = ${asked}::int returning cancelled`);
  if (!row || row.cancelled) throw new Refusal("import-cancelled");
}

/** Whether it was still what somebody waits for. */
export async function keepLook(
  { tx }: Books,
  { fileId, asked }: Asked,
  { look, faults }: LookedAt,
): Promise<boolean> {
  const [row] = await tx.execute(sql`
    update books.import_files set state = 'ready', look = ${JSON.stringify(look)}::text::jsonb,
      faults = ${JSON.stringify(faults)}::text::jsonb, fault = null, done = 0, to_do = 0
    where id = ${fileId}::uuid and asked = ${asked}::int and state = 'looking' and not cancelled returning id`);
  return row !== undefined;
}

export async function keepImported({ tx }: Books, { fileId, asked }: Asked): Promise<void> {
  const [row] = await tx.execute(sql`
    update books.import_files set state = 'imported', done = 0, to_do = 0
    where id = ${fileId}::uuid and asked = ${asked}::int and state = 'importing' and not cancelled returning id`);
  if (!row) throw new Refusal("import-cancelled");
}

/** A look or an import that failed says why, and can be looked at again; what wasn't undone is still imported. */
export async function keepFailure({ tx }: Books, { fileId, asked }: Asked, refusal: Refusal): Promise<void> {
  const fault = { code: refusal.code, message: refusal.message, details: refusal.details };
  await tx.execute(sql`
    update books.import_files set state = case state when 'undoing' then 'imported' else 'failed' end, fault = ${JSON.stringify(fault)}::text::jsonb,
      done = 0, to_do = 0
    where id = ${fileId}::uuid and asked = ${asked}::int and ${AT_WORK}`);
}

/** Files whose work was asked for and maybe never queued. */
export async function waitingFiles({ tx }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.import_files where ${AT_WORK}`);
  return rows.map(({ id }) => id);
}

/** The plan of the last look, with all that it settled: what a person saw is what is imported. */
export async function lookedAtPlan({ tx }: Books, { fileId }: Asked): Promise<ImportPlan | null> {
  const [row] = await tx.execute<{ plan: string | null }>(sql`
    select (look -> 'plan')::text as plan from books.import_files where id = ${fileId}::uuid`);
  return row && row.plan !== null ? ImportPlan.parse(JSON.parse(row.plan)) : null;
}

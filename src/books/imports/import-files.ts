// Files that were sent to be imported: taken in piece by piece, read back the same way, and how far each came.
import { sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { ImportKind } from "@/domain/imports/fields.ts";
import type { ImportFile, ImportFileRow, ImportState, ImportSummary } from "@/domain/imports/import-file.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import { planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { rememberPlan, rememberedPlan } from "./plans.ts";

export async function beginImportFile(
  { tx, userName }: Books,
  { kind, name }: { kind: ImportKind; name: string },
): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into books.import_files (kind, name, sent_by, plan)
    values (${kind}, ${name.slice(0, 200)}, ${userName}, ${JSON.stringify(planFor(kind))}::jsonb) returning id`);
  return present(row, "a file was begun").id;
}

/** Parts are counted from 0. The same part again, as after a lost answer, changes nothing. */
export async function addImportPart(
  { tx }: Books,
  { fileId, part, content }: { fileId: string; part: number; content: Uint8Array },
): Promise<void> {
  await tx.execute(sql`
    insert into books.import_parts (file_id, part, content) values (${fileId}::uuid, ${part}::int, ${content})
    on conflict do nothing`);
}

/** All of it is there: it is looked at next. */
export async function completeImportFile(
  { tx }: Books,
  { fileId, size, hash, parts }: { fileId: string; size: number; hash: Uint8Array; parts: number },
): Promise<void> {
  const rows = await tx.execute(sql`
    update books.import_files f set state = 'looking', size = ${size}::bigint, hash = ${hash}
    where id = ${fileId}::uuid and state in ('sending', 'looking')
      and (select count(*) from books.import_parts p where p.file_id = f.id) = ${parts}::int returning 1`);
  if (rows.length === 0) throw new Refusal("not-found");
}

type Row = {
  id: string;
  kind: ImportKind;
  name: string;
  size: number | null;
  by: string;
  at: string;
  state: ImportState;
  summary: ImportSummary | null;
  undone_at: string | null;
  undone_by: string | null;
  can_undo: boolean;
};

const ROW: SQL = sql`f.id, f.kind, f.name, f.size, f.sent_by as by, f.sent_at as at, f.state, i.summary, i.undone_at,
  i.undone_by, i.id is not null and i.undone_at is null and i.events is not null as can_undo`;
/** Its last import, whether it stands or was undone. */
const WITH_IMPORT: SQL = sql`books.import_files f left join lateral (
  select * from books.imports i where i.file_id = f.id order by i.recorded_at desc limit 1) i on true`;

const rowOf = (row: Row): ImportFileRow => ({
  fileId: row.id,
  kind: row.kind,
  name: row.name,
  size: row.size ?? 0,
  by: row.by,
  at: row.at,
  state: row.state,
  summary: row.summary,
  undoneAt: row.undone_at,
  undoneBy: row.undone_by,
});

const MOST_LISTED = 100;

/** The newest first; those that were discarded, or never came whole, aren't there. */
export async function listImportFiles({ tx }: Books): Promise<ImportFileRow[]> {
  const rows = await tx.execute<Row>(sql`
    select ${ROW} from ${WITH_IMPORT} where f.discarded_at is null and f.state <> 'sending'
    order by f.sent_at desc limit ${MOST_LISTED}::int`);
  return rows.map(rowOf);
}

type FileRow = Row & {
  plan: ImportPlan;
  look: ImportLook | null;
  fault: ImportFile["fault"];
  done: number | null;
  done_of: number | null;
};

export async function readImportFile({ tx }: Books, fileId: string): Promise<ImportFile> {
  const [row] = await tx.execute<FileRow>(sql`
    select ${ROW}, f.plan, f.look, f.fault, f.done, f.done_of from ${WITH_IMPORT}
    where f.id::text = ${fileId} and f.discarded_at is null`);
  if (!row) throw new Refusal("not-found");
  const { plan, look, fault, done, done_of: of, can_undo: canUndo } = row;
  const progress = done === null || of === null ? null : { done, of };
  return { ...rowOf(row), progress, plan, look, fault, canUndo };
}

/** Of the whole file. */
export async function readImportHash({ tx }: Books, fileId: string): Promise<Uint8Array> {
  const [row] = await tx.execute<{ hash: Uint8Array }>(sql`
    select hash from books.import_files where id = ${fileId}::uuid and hash is not null`);
  if (!row) throw new Refusal("not-found");
  return row.hash;
}

export async function* readImportParts({ tx }: Books, fileId: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const [row] = await tx.execute<{ content: Uint8Array }>(sql`
      select content from books.import_parts where file_id = ${fileId}::uuid and part = ${part}::int`);
    if (!row) return;
    yield row.content;
  }
}

/** How it is to be read from now on; it is looked at anew. Refuses what is being imported, or was. */
export async function keepPlan(
  { tx }: Books,
  { fileId, plan }: { fileId: string; plan: ImportPlan },
): Promise<void> {
  const rows = await tx.execute(sql`
    update books.import_files set plan = ${JSON.stringify(plan)}::jsonb, state = 'looking', fault = null, done = null, done_of = null
    where id = ${fileId}::uuid and kind = ${plan.kind} and discarded_at is null
      and state in ('looking', 'ready', 'failed', 'undone') returning 1`);
  if (rows.length === 0) throw new Refusal("changed-meanwhile");
}

/** What was found; the plan holds what the file settled, and is remembered for files with the same headings. */
export async function keepLook(
  books: Books,
  { fileId, look }: { fileId: string; look: ImportLook },
): Promise<void> {
  await books.tx.execute(sql`
    update books.import_files set look = ${JSON.stringify(look)}::jsonb, plan = ${JSON.stringify(look.plan)}::jsonb, state = 'ready',
      fault = null, done = null, done_of = null
    where id = ${fileId}::uuid and state = 'looking'`);
  if (look.questions.length === 0) await rememberPlan(books, look);
}

/** The plan that the last file with these headings was read by, unless this one has answers of its own. */
export async function planToBegin(
  books: Books,
  fileId: string,
  headings: readonly string[],
): Promise<ImportPlan | null> {
  const { plan, look } = await readImportFile(books, fileId);
  return look === null ? rememberedPlan(books, plan.kind, headings) : null;
}

export async function keepFault(
  { tx }: Books,
  { fileId, fault }: { fileId: string; fault: ImportFile["fault"] },
): Promise<void> {
  await tx.execute(sql`
    update books.import_files set state = 'failed', fault = ${JSON.stringify(fault)}::jsonb, done = null, done_of = null
    where id = ${fileId}::uuid and state in ('looking', 'importing')`);
}

/** Refuses one with open questions or faults, and what isn't ready any more. */
export async function startImport(books: Books, fileId: string): Promise<void> {
  const [row] = await books.tx.execute<{ state: ImportState; plan: ImportPlan; look: ImportLook | null }>(sql`
    select state, plan, look from books.import_files where id = ${fileId}::uuid and discarded_at is null for update`);
  if (!row) throw new Refusal("not-found");
  const { state, plan, look } = row;
  if (state !== "ready" || !look) throw new Refusal("changed-meanwhile");
  if (look.already) throw new Refusal("already-imported", look.already);
  if (look.questions.length > 0 || look.near.length > 0) throw new Refusal("import-undecided");
  if (look.faultCount > 0 && !plan.leaveFaulty) {
    const faults = look.faults.map(({ column, says, rows }) => ({ row: rows[0] ?? 0, column, says }));
    throw new Refusal("file-refused", { faults, faultCount: look.faultCount });
  }
  await books.tx.execute(sql`
    update books.import_files set state = 'importing', cancelled = false, done = 0, done_of = ${look.figures.rows}::int
    where id = ${fileId}::uuid`);
}

export async function keepProgress(
  { tx }: Books,
  { fileId, done, of }: { fileId: string; done: number; of: number },
): Promise<void> {
  await tx.execute(sql`
    update books.import_files set done = ${done}::int, done_of = ${of}::int
    where id = ${fileId}::uuid and state in ('looking', 'importing')`);
}

/** Asks for its import to stop; nothing of it is kept. One that is done meanwhile stays done. */
export async function cancelImport({ tx }: Books, fileId: string): Promise<void> {
  await tx.execute(sql`
    update books.import_files set cancelled = true where id = ${fileId}::uuid and state = 'importing'`);
}

export async function isCancelled({ tx }: Books, fileId: string): Promise<boolean> {
  const [row] = await tx.execute<{ cancelled: boolean }>(sql`
    select cancelled from books.import_files where id = ${fileId}::uuid`);
  return row?.cancelled ?? true;
}

/** Back to what was found before. */
export async function keepCancelled({ tx }: Books, fileId: string): Promise<void> {
  await tx.execute(sql`
    update books.import_files set state = 'ready', cancelled = false, done = null, done_of = null
    where id = ${fileId}::uuid and state = 'importing'`);
}

/** Takes one that wasn't imported from the list, with its bytes. */
export async function discardImportFile({ tx }: Books, fileId: string): Promise<void> {
  const rows = await tx.execute(sql`
    update books.import_files f set discarded_at = clock_timestamp()
    where id = ${fileId}::uuid and state not in ('importing', 'imported')
      and not exists (select from books.imports i where i.file_id = f.id) returning 1`);
  if (rows.length === 0) throw new Refusal("changed-meanwhile");
  // Nothing of the books is ever deleted; the bytes go all the same.
  await tx.execute(sql`update books.import_parts set content = '' where file_id = ${fileId}::uuid`);
}

// Files that are brought in: kept as they came, listed, looked at again, imported, cancelled, put away. What takes long is
// asked for here and done by the worker (work.ts).
import { sql, type SQL } from "drizzle-orm";
import type { ImportKind } from "@/domain/imports/fields.ts";
import {
  isWorking,
  type ImportFile,
  type ImportFileRow,
  type ImportState,
  type ImportSummary,
} from "@/domain/imports/file.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import { ImportPlan, planFor } from "@/domain/imports/plan.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { rememberPlan } from "./remembered-plans.ts";
import { whatStandsOn } from "./stands-on.ts";
import { AT_WORK } from "./work.ts";

/** Bytes of one business's files that were sent and not brought in, discarded ones too until they are cleared. */
export const MOST_WAITING = 1_000_000_000;

/** Files of one business that wait to be read, or are; one more is asked to come again. */
const MOST_AT_WORK = 60;
const TRY_AGAIN = 20;

export type NewFile = { kind: ImportKind; name: string; size: number; hash: Uint8Array };

/** Refuses "crowded" and "files-full". The bytes come in parts of a megabyte, so that a hundred of them never lie in memory. */
export async function keepFile(
  books: Books,
  { kind, name, size, hash }: NewFile,
  parts: AsyncIterable<Uint8Array>,
): Promise<{ fileId: string }> {
  const [waiting] = await books.tx.execute<{ count: number; size: number }>(sql`
    select count(*) filter (where ${AT_WORK})::int as count, coalesce(sum(f.size) filter (where not exists (
      select from books.imports i where i.file_id = f.id)), 0)::bigint as size
    from books.import_files f`);
  if (waiting && waiting.count >= MOST_AT_WORK) throw new Refusal("crowded", { seconds: TRY_AGAIN });
  if (waiting && waiting.size + size > MOST_WAITING) throw new Refusal("files-full");
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.import_files (kind, name, size, hash, uploaded_by, asked_by, asked_subject)
    values (${kind}, ${name}, ${size}::int, ${hash}, ${books.userName}, ${books.userName}, ${books.subject}) returning id`);
  const fileId = present(row, "a file was kept").id;
  let part = 0;
  for await (const content of parts)
    await books.tx.execute(sql`
      insert into books.import_parts (file_id, part, content) values (${fileId}::uuid, ${part++}::int, ${content})`);
  return { fileId };
}

type Row = {
  id: string;
  kind: ImportKind;
  name: string;
  size: number;
  uploaded_by: string;
  uploaded_at: string;
  state: ImportState;
  summary: string | null;
  undone_at: string | null;
  undone_by: string | null;
};

const LISTED: SQL = sql`
  f.id, f.kind, f.name, f.size, f.uploaded_by, f.uploaded_at, f.state, (i.summary - 'before' - 'products')::text as summary, i.undone_at, i.undone_by`;
const FROM: SQL = sql`
  books.import_files f left join lateral (
    select summary, undone_at, undone_by from books.imports where file_id = f.id order by recorded_at desc limit 1) i on true`;

const MOST_LISTED = 200;

/** The last of them first. */
export async function listFiles({ tx }: Books): Promise<ImportFileRow[]> {
  const rows = await tx.execute<Row>(sql`
    select ${LISTED} from ${FROM} where f.discarded_at is null order by f.uploaded_at desc, f.id desc limit ${MOST_LISTED}`);
  return rows.map(listed);
}

function listed(row: Row): ImportFileRow {
  return {
    fileId: row.id,
    kind: row.kind,
    name: row.name,
    size: row.size,
    by: row.uploaded_by,
    at: row.uploaded_at,
    state: row.state,
    summary: row.summary === null ? null : (JSON.parse(row.summary) as ImportSummary),
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
  };
}

type Whole = Row & {
  plan: string | null;
  look: string | null;
  fault: string | null;
  done: number;
  to_do: number;
  asked: number;
};

export async function readImportFile(books: Books, fileId: string): Promise<ImportFile> {
  const [row] = await books.tx.execute<Whole>(sql`
    select ${LISTED}, f.plan::text as plan, f.look::text as look, f.fault::text as fault, f.done, f.to_do, f.asked
    from ${FROM} where f.id = ${fileId}::uuid and f.discarded_at is null`);
  if (!row) throw new Refusal("not-found");
  const look = row.look === null ? null : (JSON.parse(row.look) as ImportLook);
  return {
    ...listed(row),
    asked: row.asked,
    progress: isWorking(row.state) && row.to_do > 0 ? { done: row.done, of: row.to_do } : null,
    plan: row.plan === null ? (look?.plan ?? planFor(row.kind)) : ImportPlan.parse(JSON.parse(row.plan)),
    look,
    fault: row.fault === null ? null : (JSON.parse(row.fault) as NonNullable<ImportFile["fault"]>),
    canUndo: row.state === "imported" && (await whatStandsOn(books, fileId)).count === 0,
  };
}

/** Of what kind it is, and whether one of its columns holds credit limits. */
export async function readKind(
  { tx }: Books,
  fileId: string,
): Promise<{ kind: ImportKind; setsLimits: boolean; makesLabels: boolean }> {
  const [row] = await tx.execute<{ kind: ImportKind; sets_limits: boolean; makes_labels: boolean }>(sql`
    select kind, coalesce(jsonb_array_length(look -> 'newLabels'), 0) > 0 as makes_labels, exists (select from jsonb_each_text(look -> 'plan' -> 'columns') where value = 'creditLimit') as sets_limits
    from books.import_files where id = ${fileId}::uuid and discarded_at is null`);
  if (!row) throw new Refusal("not-found");
  return { kind: row.kind, setsLimits: row.sets_limits, makesLabels: row.makes_labels };
}

type Locked = {
  asked: number;
  kind: ImportKind;
  state: ImportState;
  look: ImportLook | null;
  plan: ImportPlan | null;
};

export async function lockFile({ tx }: Books, fileId: string): Promise<Locked> {
  const [row] = await tx.execute<{
    asked: number;
    kind: ImportKind;
    state: ImportState;
    look: string | null;
    plan: string | null;
  }>(sql`
    select asked, kind, state, look::text as look, plan::text as plan from books.import_files
    where id = ${fileId}::uuid and discarded_at is null for update`);
  if (!row) throw new Refusal("not-found");
  const { look, plan, ...same } = row;
  return {
    ...same,
    look: look === null ? null : (JSON.parse(look) as ImportLook),
    plan: plan === null ? null : ImportPlan.parse(JSON.parse(plan)),
  };
}

/** What is set on a file when something new is asked for. */
export const asking = (books: Books) =>
  sql`asked = asked + 1, asked_by = ${books.userName}, asked_subject = ${books.subject}, cancelled = false, fault = null,
    done = 0, to_do = 0`;

/** Keeps how it is to be read, and asks for another look. */
export async function lookAgain(
  books: Books,
  { fileId, plan }: { fileId: string; plan: ImportPlan },
): Promise<{ fileId: string }> {
  const { kind, state } = await lockFile(books, fileId);
  if (state === "importing" || state === "undoing") throw new Refusal("import-busy");
  if (state === "imported" || state === "undone" || plan.kind !== kind) throw new Refusal("import-not-there");
  await books.tx.execute(sql`
    update books.import_files set state = 'looking', plan = ${JSON.stringify(plan)}::text::jsonb, ${asking(books)}
    where id = ${fileId}::uuid`);
  return { fileId };
}

/**
 * Refuses what the last look left open: "import-asks", "file-refused", "already-imported"; and "import-changed" when
 * `asked` isn't the look that is there: somebody else said how the file is to be read meanwhile.
 */
export async function startImport(
  books: Books,
  { fileId, asked }: { fileId: string; asked: number },
): Promise<{ fileId: string; asked: number }> {
  const { state, look, ...now } = await lockFile(books, fileId);
  if (isWorking(state)) throw new Refusal("import-busy");
  if (state === "ready" && now.asked !== asked) throw new Refusal("import-changed");
  if (state !== "ready" || look === null) throw new Refusal("import-not-there");
  mustBeSettled(look);
  await rememberPlan(books, look);
  await books.tx.execute(sql`
    update books.import_files set state = 'importing', ${asking(books)} where id = ${fileId}::uuid`);
  return { fileId, asked: asked + 1 };
}

export function mustBeSettled(look: ImportLook): void {
  if (look.already) throw new Refusal("already-imported", look.already);
  if (look.questions.length > 0)
    throw new Refusal("import-asks", { questions: look.questions.map(({ key, says }) => ({ key, says })) });
  if (look.faultCount > 0 && !look.plan.leaveFaulty)
    throw new Refusal("file-refused", { faultCount: look.faultCount });
}

/** Heard between two batches: what was posted until then is undone with its transaction. */
export async function cancelWork(books: Books, fileId: string): Promise<{ fileId: string }> {
  const [row] = await books.tx.execute(sql`
    update books.import_files set cancelled = true
    where id = ${fileId}::uuid and ${AT_WORK} returning id`);
  if (!row) throw new Refusal("import-not-there");
  return { fileId };
}

/** Takes a file from the list that isn't in the books; at night it is cleared away. */
export async function discardFile(books: Books, fileId: string): Promise<{ fileId: string }> {
  const { state } = await lockFile(books, fileId);
  if (state === "importing" || state === "undoing") throw new Refusal("import-busy");
  if (state === "imported") throw new Refusal("import-not-there");
  await books.tx.execute(sql`
    update books.import_files set discarded_at = clock_timestamp(), cancelled = true where id = ${fileId}::uuid`);
  return { fileId };
}

// Files that are brought in: kept as they were, in parts of a megabyte; how each is to be read, what a look at it said, and
// what its import did. How a business reads the files of one heading set is remembered.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { IMPORT_KINDS, type ImportKind } from "@/domain/imports/fields.ts";
import { IMPORT_STATES, LARGEST_IMPORT, type ImportState } from "@/domain/imports/file.ts";
import { booksSchema, bytes, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { commands } from "./ground.ts";

export const importFiles = booksSchema.table(
  "import_files",
  {
    orgId: orgId(),
    id: id(),
    kind: word<ImportKind>("kind").notNull(),
    name: text("name").notNull(),
    size: integer("size").notNull(),
    /** SHA-256 of the content; null while it is coming in. */
    hash: bytes("hash"),
    uploadedBy: text("uploaded_by").notNull(),
    uploadedAt: instant("uploaded_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    state: word<ImportState>("state").notNull().default("looking"),
    /** Counts what was asked for: an answer to what was asked before is thrown away. */
    asked: integer("asked").notNull().default(1),
    /** Who asked for it: what an import posts is theirs. */
    askedBy: text("asked_by").notNull(),
    askedSubject: text("asked_subject").notNull(),
    /** Null until somebody, or the memory of its headings, said something. */
    plan: jsonb("plan"),
    look: jsonb("look"),
    /** Every fault of the last look: [{ row, column, says }]. */
    faults: jsonb("faults"),
    /** What stopped the last look, import or undoing: { code, message, details }. */
    fault: jsonb("fault"),
    done: integer("done").notNull().default(0),
    toDo: integer("to_do").notNull().default(0),
    cancelled: boolean("cancelled").notNull().default(false),
    discardedAt: instant("discarded_at"),
  },
  (t) => [
    primaryKey({ name: "import_files_key", columns: [t.orgId, t.id] }),
    check("import_files_kind", oneOf("kind", IMPORT_KINDS)),
    check("import_files_state", oneOf("state", IMPORT_STATES)),
    check("import_files_named", sql`length(${t.name}) between 1 and 200`),
    check("import_files_size", sql`${t.size} between 0 and ${sql.raw(String(LARGEST_IMPORT))}`),
    // An import that couldn't be undone is still there.
    check(
      "import_files_failed",
      sql`${t.state} = 'imported' or (${t.state} = 'failed') = (${t.fault} is not null)`,
    ),
    check(
      "import_files_looked_at",
      sql`${t.state} not in ('ready', 'importing', 'imported', 'undoing', 'undone') or ${t.look} is not null`,
    ),
    check("import_files_progress", sql`${t.done} between 0 and ${t.toDo}`),
    index("import_files_by_time").on(t.orgId, t.uploadedAt),
    wall(),
  ],
);

export const importParts = booksSchema.table(
  "import_parts",
  {
    orgId: orgId(),
    fileId: uuid("file_id").notNull(),
    part: integer("part").notNull(),
    content: bytes("content").notNull(),
  },
  (t) => [
    primaryKey({ name: "import_parts_key", columns: [t.orgId, t.fileId, t.part] }),
    foreignKey({
      name: "import_parts_file",
      columns: [t.orgId, t.fileId],
      foreignColumns: [importFiles.orgId, importFiles.id],
    }),
    wall(),
  ],
);

/** What was brought in, once: the same content again only when it was undone. */
export const imports = booksSchema.table(
  "imports",
  {
    orgId: orgId(),
    id: id(),
    kind: text("kind").notNull(),
    fileName: text("file_name").notNull(),
    fileHash: bytes("file_hash").notNull(),
    rowCount: integer("row_count").notNull(),
    importedBy: text("imported_by").notNull(),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Null where the command line read the file. */
    fileId: uuid("file_id"),
    /** The command whose events it posted. */
    commandId: uuid("command_id"),
    /** Its events lie between these, and so may others'. */
    firstEvent: bigint("first_event", { mode: "number" }),
    lastEvent: bigint("last_event", { mode: "number" }),
    summary: jsonb("summary"),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
  },
  (t) => [
    primaryKey({ name: "imports_key", columns: [t.orgId, t.id] }),
    uniqueIndex("imports_once")
      .on(t.orgId, t.kind, t.fileHash)
      .where(sql`undone_at is null`),
    foreignKey({
      name: "imports_file",
      columns: [t.orgId, t.fileId],
      foreignColumns: [importFiles.orgId, importFiles.id],
    }),
    foreignKey({
      name: "imports_command",
      columns: [t.orgId, t.commandId],
      foreignColumns: [commands.orgId, commands.id],
    }),
    check("imports_undone", sql`(${t.undoneAt} is null) = (${t.undoneBy} is null)`),
    index("imports_of_file").on(t.orgId, t.fileId),
    wall(),
  ],
);

/** How the files of one heading set were read the last time. */
export const importPlans = booksSchema.table(
  "import_plans",
  {
    orgId: orgId(),
    kind: text("kind").notNull(),
    /** The headings, folded, one after the other. */
    headings: text("headings").notNull(),
    plan: jsonb("plan").notNull(),
    keptAt: instant("kept_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ name: "import_plans_key", columns: [t.orgId, t.kind, t.headings] }), wall()],
);

// The customers of a run as a file, and the runs there were.
import { listRunEntries, listRuns, type RunEntry } from "@/books/statements/run-list.ts";
import type { Run } from "@/books/statements/runs.ts";
import { KIND_LABELS } from "@/domain/statements/kind-words.ts";
import {
  ENTRY_STATES,
  RUN_DELIVERIES,
  RUN_EXCEPTIONS,
  RUN_STATES,
  SKIP_REASONS,
} from "@/domain/statements/run.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { statementRunsRouter } from "../routers/statement-runs.ts";

export const runEntriesFile = listFile({
  name: "statement-run",
  procedure: statementRunsRouter.entries,
  columns: () => [
    textColumn<RunEntry>("Customer number", (row) => row.customerNumber),
    textColumn<RunEntry>("Customer", (row) => row.customerName),
    plainColumn<RunEntry>("State", (row) => ENTRY_STATES[row.state]),
    plainColumn<RunEntry>("Statement", (row) => row.statementNumber),
    plainColumn<RunEntry>("Currency", (row) => row.currency),
    anyAmountColumn<RunEntry>("Closing balance", (row) => row.closingCents),
    plainColumn<RunEntry>("Why not", (row) => (row.skipped ? SKIP_REASONS[row.skipped] : row.fault)),
    plainColumn<RunEntry>("To look at", (row) =>
      row.exceptions.map((name) => RUN_EXCEPTIONS[name]).join("; "),
    ),
  ],
  page: ({ books }, input, size) => listRunEntries(books, input, size),
});

export const runsFile = listFile({
  name: "statement-runs",
  procedure: statementRunsRouter.list,
  columns: () => [
    plainColumn<Run>("Begun", (row) => isoInstant(row.createdAt)),
    plainColumn<Run>("Kind", (row) => KIND_LABELS[row.kind]),
    plainColumn<Run>("As of", (row) => row.asOf),
    plainColumn<Run>("Delivery", (row) => RUN_DELIVERIES[row.deliver]),
    plainColumn<Run>("State", (row) => RUN_STATES[row.state]),
    textColumn<Run>("By", (row) => row.askedBy),
  ],
  page: ({ books }, input, size) => listRuns(books, input, size),
});

// The audit log as a file: each entry with all that is kept of it.
import { listAudit, type AuditEntry } from "@/books/business/audit.ts";
import { actionWords } from "@/domain/business/audit-words.ts";
import { auditRouter } from "../routers/audit.ts";
import { textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";

export const auditFile = listFile({
  name: "audit-log",
  procedure: auditRouter.list,
  columns: () => [
    textColumn<AuditEntry>("When", (row) => row.at),
    textColumn<AuditEntry>("Who", (row) => row.name),
    textColumn<AuditEntry>("Known as", (row) => row.actor),
    textColumn<AuditEntry>("What", (row) => actionWords(row.action)),
    textColumn<AuditEntry>("Procedure", (row) => row.action),
    textColumn<AuditEntry>("Before", (row) => row.before),
    textColumn<AuditEntry>("Sent", (row) => row.input),
    textColumn<AuditEntry>("From", (row) => row.ip),
    textColumn<AuditEntry>("Browser", (row) => row.agent),
    textColumn<AuditEntry>("Request", (row) => row.requestId),
    textColumn<AuditEntry>("Entry", (row) => row.entryId),
  ],
  page: ({ books, member: { zone } }, input, size) => listAudit(books, input, { zone, size }),
});

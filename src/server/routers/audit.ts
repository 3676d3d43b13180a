// The audit log, as whoever reads the reports reads it.
import { z } from "zod";
import { listAudit, readAuditEntry, readAuditPeople } from "@/books/business/audit.ts";
import { auditList } from "@/domain/business/audit-list.ts";
import { allow, router } from "../trpc.ts";

export const auditRouter = router({
  list: allow("report:read")
    .input(auditList.query)
    .query(({ ctx, input }) => listAudit(ctx.books, input, { zone: ctx.member.zone })),

  people: allow("report:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readAuditPeople(ctx.books)),

  read: allow("report:read")
    .input(z.strictObject({ entryId: z.uuid() }))
    .query(({ ctx, input }) => readAuditEntry(ctx.books, input.entryId)),
});

// What the audit log can be asked for: the days, who did it, what kind of thing, and a text in what was sent.
import { z } from "zod";
import { DAYS, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";
import { AUDIT_KINDS } from "./audit-words.ts";

/** "user:<id>", "key:<id>" or "system", as the log keeps it. */
const Subject = z.string().regex(/^((user|key):[0-9a-f-]{36}|system)$/);

export const auditList = listQuery({
  filters: { ...SEARCH, ...DAYS, person: Subject.optional(), kind: oneOf(AUDIT_KINDS) },
  sorts: { time: "desc" },
});

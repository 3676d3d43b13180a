// The audit log as a file: what the page shows, all of it.
import { auditList } from "@/domain/business/audit-list.ts";
import { auditFile } from "@/server/list-files/audit.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(auditFile, auditList);

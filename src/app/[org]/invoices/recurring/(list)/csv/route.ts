// The list of recurring invoices as a file: what the page shows, all of it.
import { recurringList } from "@/domain/invoices/recurring-list.ts";
import { recurringFile } from "@/server/list-files/recurring.ts";
import { csvRoute } from "../../../../_lists/csv-route.ts";

export const GET = csvRoute(recurringFile, recurringList);

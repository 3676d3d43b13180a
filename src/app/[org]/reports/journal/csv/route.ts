// The journal as a file: what the page shows, all of it.
import { journalList } from "@/domain/receivables/journal-list.ts";
import { journalFile } from "@/server/list-files/journal.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(journalFile, journalList);

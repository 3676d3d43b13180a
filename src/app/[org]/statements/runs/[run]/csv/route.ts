// The customers of a run as a file, as the page shows them.
import { runEntryList } from "@/domain/statements/run-list.ts";
import { runEntriesFile } from "@/server/list-files/statement-run.ts";
import { csvRoute } from "../../../../_lists/csv-route.ts";

export const GET = csvRoute<{ org: string; run: string }>(runEntriesFile, runEntryList, ({ params }) => ({
  runId: params.run,
}));

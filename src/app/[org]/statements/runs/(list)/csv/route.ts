// The runs of statements as a file.
import { runList } from "@/domain/statements/run-list.ts";
import { runsFile } from "@/server/list-files/statement-run.ts";
import { csvRoute } from "../../../../_lists/csv-route.ts";

export const GET = csvRoute(runsFile, runList);

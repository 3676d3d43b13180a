// The list of issued statements as a file: what the page shows, all of it.
import { statementList } from "@/domain/statements/statement-list.ts";
import { statementsFile } from "@/server/list-files/statements.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(statementsFile, statementList);

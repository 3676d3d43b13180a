// The account's history as a file: what the page looks for, from the newest to the first.
import { historyList } from "@/domain/receivables/history-list.ts";
import { historyFile } from "@/server/list-files/history.ts";
import { csvRoute } from "../../../../../_lists/csv-route.ts";
import { accountCsvInput, type AccountRoute } from "../../account-csv-input.ts";

export const GET = csvRoute<AccountRoute>(historyFile, historyList, (asked) => ({
  ...accountCsvInput(asked),
  // It begins at the newest line.
  jumpOn: undefined,
}));

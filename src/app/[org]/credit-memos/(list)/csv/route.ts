// The list of credit memos as a file: what the page shows, all of it.
import { creditMemoList } from "@/domain/invoices/credit-memo-list.ts";
import { creditMemosFile } from "@/server/list-files/credit-memos.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(creditMemosFile, creditMemoList);

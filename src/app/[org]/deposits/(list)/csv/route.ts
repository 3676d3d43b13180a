// The list of deposits as a file: what the page shows, all of it.
import { depositList } from "@/domain/payments/deposit-list.ts";
import { depositsFile } from "@/server/list-files/deposits.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(depositsFile, depositList);

// The list of receipts as a file: what the page shows, all of it.
import { receiptList } from "@/domain/receipts/receipt-list.ts";
import { receiptsFile } from "@/server/list-files/receipts.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(receiptsFile, receiptList);

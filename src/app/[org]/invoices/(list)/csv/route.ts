// The list of invoices as a file: what the page shows, all of it.
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { invoicesFile } from "@/server/list-files/invoices.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(invoicesFile, invoiceList);

// The unpaid invoices as a file: those that the page lists, all of them.
import { unpaidList } from "@/domain/receivables/unpaid-list.ts";
import { unpaidFile } from "@/server/list-files/unpaid.ts";
import { csvRoute } from "../../../../../_lists/csv-route.ts";
import { accountCsvInput } from "../../account-csv-input.ts";

export const GET = csvRoute(unpaidFile, unpaidList, accountCsvInput);

// The credit customers as a file: what the page shows, all of it.
import { creditList } from "@/domain/credit/credit-list.ts";
import { creditCustomersFile } from "@/server/list-files/credit-customers.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(creditCustomersFile, creditList);

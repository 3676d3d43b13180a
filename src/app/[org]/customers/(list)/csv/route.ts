// The customer list as a file: what the page shows, all of it.
import { customerList } from "@/domain/customers/customer-list.ts";
import { customersFile } from "@/server/list-files/customers.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(customersFile, customerList);

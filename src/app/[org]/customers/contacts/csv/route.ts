// The contacts of the customers that the list shows, as a file.
import { customerList } from "@/domain/customers/customer-list.ts";
import { contactsFile } from "@/server/list-files/contacts.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(contactsFile, customerList);

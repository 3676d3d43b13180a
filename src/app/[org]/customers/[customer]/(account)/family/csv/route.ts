// What the customer and its children owe as a file, at the day and the instant that the page shows.
import { familyList } from "@/domain/receivables/family-list.ts";
import { familyFile } from "@/server/list-files/family.ts";
import { csvRoute } from "../../../../../_lists/csv-route.ts";
import { accountCsvInput } from "../../account-csv-input.ts";

export const GET = csvRoute(familyFile, familyList, accountCsvInput);

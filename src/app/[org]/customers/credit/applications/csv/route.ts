// The applications for credit as a file: what the page shows, all of it.
import { applicationList } from "@/domain/credit/application-list.ts";
import { applicationsFile } from "@/server/list-files/applications.ts";
import { csvRoute } from "../../../../_lists/csv-route.ts";

export const GET = csvRoute(applicationsFile, applicationList);

// The tax of a period as a file: what the page shows.
import { taxReportList } from "@/domain/receivables/tax-report.ts";
import { taxFile } from "@/server/list-files/tax.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(taxFile, taxReportList);

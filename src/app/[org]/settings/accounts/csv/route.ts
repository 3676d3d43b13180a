// The chart of accounts as a file: what the page shows.
import { chartList } from "@/domain/business/account-input.ts";
import { chartFile } from "@/server/list-files/chart.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(chartFile, chartList);

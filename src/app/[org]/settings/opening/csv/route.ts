// What the books started with as a file: what the page lists, all of it.
import { openingList } from "@/domain/business/opening-list.ts";
import { openingsFile } from "@/server/list-files/openings.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(openingsFile, openingList);

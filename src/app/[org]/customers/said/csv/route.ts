// What customers said as a file: what the page shows, all of it.
import { saidList } from "@/domain/collections/said.ts";
import { saidFile } from "@/server/list-files/said.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(saidFile, saidList);

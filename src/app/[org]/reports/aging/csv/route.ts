// The aging report as a file: every customer at the day and the instant that the page shows.
import { agingList } from "@/domain/receivables/aging-list.ts";
import { agingFile } from "@/server/list-files/aging.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";
import { momentOfFile, readMoment } from "../../../_moment/moment.ts";

export const GET = csvRoute(agingFile, agingList, ({ query, context }) =>
  momentOfFile(readMoment(query, context.member?.zone ?? "UTC")),
);

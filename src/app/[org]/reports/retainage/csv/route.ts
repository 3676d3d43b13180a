// Aged retainage as a file: every invoice at the day and the instant that the page shows, narrowed as it is.
import { agedRetainageList } from "@/domain/invoices/aged-retainage.ts";
import { retainageFile } from "@/server/list-files/retainage.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";
import { momentOfFile, readMoment } from "../../../_moment/moment.ts";

export const GET = csvRoute(retainageFile, agedRetainageList, ({ query, context }) =>
  momentOfFile(readMoment(query, context.member?.zone ?? "UTC")),
);

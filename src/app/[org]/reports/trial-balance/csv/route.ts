// The trial balance as a file: every account at the day and the instant that the page shows.
import { trialBalanceList } from "@/domain/receivables/trial-balance.ts";
import { trialBalanceFile } from "@/server/list-files/trial-balance.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";
import { momentOfFile, readMoment } from "../../../_moment/moment.ts";

export const GET = csvRoute(trialBalanceFile, trialBalanceList, ({ query, context }) =>
  momentOfFile(readMoment(query, context.member?.zone ?? "UTC")),
);

// The list of online payments as a file: what the page shows, all of it.
import { onlineList } from "@/domain/payments/online-list.ts";
import { onlinePaymentsFile } from "@/server/list-files/online-payments.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(onlinePaymentsFile, onlineList);

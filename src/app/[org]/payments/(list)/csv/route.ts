// The list of payments as a file: what the page shows, all of it.
import { paymentList } from "@/domain/payments/payment-list.ts";
import { paymentsFile } from "@/server/list-files/payments.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(paymentsFile, paymentList);

// The history of a customer's changes as a file: what the page shows, all of it.
import { changeList } from "@/domain/customers/change-list.ts";
import { customerChangesFile } from "@/server/list-files/customer-changes.ts";
import { csvRoute } from "../../../../../_lists/csv-route.ts";

export const GET = csvRoute<{ org: string; customer: string }>(
  customerChangesFile,
  changeList,
  ({ params }) => ({
    customerId: params.customer,
  }),
);

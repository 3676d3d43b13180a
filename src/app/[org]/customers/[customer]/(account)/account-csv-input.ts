// What the address of an account's file says beside its list: whose account it is, in which currency, at which moment.
import { readParams, type SearchParams } from "@/domain/lists/search-params.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import type { Context } from "@/server/trpc.ts";
import { momentOfFile, readMoment } from "../../../_moment/moment.ts";

export type AccountRoute = { org: string; customer: string };
type Asked = { params: AccountRoute; query: SearchParams; context: Context };

export const accountCsvInput = ({ params, query, context }: Asked) => ({
  customerId: params.customer,
  ...readParams({ currency: Currency }, query),
  ...momentOfFile(readMoment(query, context.member?.zone ?? "UTC")),
});

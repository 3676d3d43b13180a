// What the address of an account's file says beside its list: whose account it is, in which currency, at which moment.
import { readParams, type SearchParams } from "@/domain/lists/search-params.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import type { Context } from "@/server/trpc.ts";
import { momentInput, readMoment } from "../../../_moment/moment.ts";

export type AccountRoute = { org: string; customer: string };
type Asked = { params: AccountRoute; query: SearchParams; context: Context };

export const accountCsvInput = ({ params, query, context }: Asked) => ({
  customerId: params.customer,
  ...readParams({ currency: Currency }, query),
  ...momentInput(readMoment(query, context.member?.zone ?? "UTC")),
});

// What of an account's page somebody asks for: which of the customer's accounts, the moment, which of the unpaid invoices, which part of the history.
import { z } from "zod";
import { Cursor } from "@/domain/lists/cursor.ts";
import { FIGURES } from "@/domain/receivables/derivation.ts";
import { historyList } from "@/domain/receivables/history-list.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { unpaidList } from "@/domain/receivables/unpaid-list.ts";
import { AtMoment } from "./moment-query.ts";

export const AccountAt = { customerId: z.string().max(100), currency: Currency.optional(), ...AtMoment };
export const AccountQuery = z.strictObject({
  ...AccountAt,
  unpaid: unpaidList.query.optional(),
  history: historyList.query.optional(),
});
export const DerivationQuery = z.strictObject({
  ...AccountAt,
  figure: z.enum(FIGURES),
  cursor: Cursor.optional(),
});
export const UnpaidQuery = unpaidList.query.extend(AccountAt);
export const HistoryQuery = historyList.query.extend(AccountAt);

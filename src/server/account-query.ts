// What of an account's page somebody asks for: which of the customer's accounts, the moment, which of the unpaid invoices, which part of the history.
import { z } from "zod";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { Day } from "@/domain/values/day.ts";
import { FIGURES } from "@/domain/receivables/derivation.ts";
import { HISTORY_TYPES, type HistoryType } from "@/domain/receivables/history-filter.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { UNPAID_SORTS } from "@/domain/receivables/unpaid.ts";
import { AtMoment } from "./moment-query.ts";

const Account = { customerId: z.string().max(100), currency: Currency.optional(), ...AtMoment };
const Text = z.string().trim().min(1).max(200);

const Unpaid = {
  bucket: z.enum(BUCKETS).optional(),
  search: Text.optional(),
  sort: z.enum(UNPAID_SORTS).optional(),
  direction: z.enum(["asc", "desc"]).optional(),
  cursor: z.string().max(300).optional(),
};

const History = {
  type: z.enum(Object.keys(HISTORY_TYPES) as HistoryType[]).optional(),
  fromOn: Day.optional(),
  throughOn: Day.optional(),
  text: Text.optional(),
  /** Starts with the last line of that day. */
  jumpOn: Day.optional(),
  cursor: z.string().max(200).optional(),
};

export const AccountQuery = z.strictObject({
  ...Account,
  unpaid: z.strictObject(Unpaid).optional(),
  history: z.strictObject(History).optional(),
});
export const DerivationQuery = z.strictObject({
  ...Account,
  figure: z.enum(FIGURES),
  cursor: z.string().max(100).optional(),
});
export const UnpaidQuery = z.strictObject({ ...Account, ...Unpaid });
export const HistoryQuery = z.strictObject({ ...Account, ...History });

// What the address of an account's page asks for, and how the page says the same again with one thing changed. What
// can't be meant counts as not asked.
import { z } from "zod";
import { Cursor } from "@/domain/lists/cursor.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { readParams, type SearchParams } from "@/domain/lists/search-params.ts";
import { FIGURES, type Figure } from "@/domain/receivables/derivation.ts";
import { historyList } from "@/domain/receivables/history-list.ts";
import { unpaidList } from "@/domain/receivables/unpaid-list.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { momentInput, momentHref, readMoment, type MomentParams } from "../../../_moment/moment.ts";
import type { Query } from "../../../_shell/links.ts";

export type AccountParams = {
  /** Which of the customer's accounts; left out, the one in the business's own currency. */
  currency: string | undefined;
  moment: MomentParams;
  why: { figure: Figure; cursor?: string | undefined } | null;
  unpaid: QueryOf<typeof unpaidList>;
  history: QueryOf<typeof historyList>;
  /** The days of the history that were asked for and are none. */
  unreadDays: Readonly<Record<string, string>>;
};

export function parseAccountParams(params: SearchParams, zone: string): AccountParams {
  const { currency, why, because } = readParams(
    { currency: Currency, why: z.enum(FIGURES), because: Cursor },
    params,
  );
  return {
    currency,
    moment: readMoment(params, zone),
    why: why ? { figure: why, cursor: because } : null,
    unpaid: unpaidList.read(params),
    history: historyList.read(params),
    unreadDays: historyList.unreadDays(params),
  };
}

/** The same account at the same moment, as an address says it. */
export const accountHref = ({ currency, moment }: Pick<AccountParams, "currency" | "moment">): Query => ({
  currency,
  ...momentHref(moment),
});

/** The same view, as an address says it. */
export const viewOf = ({ why, unpaid, history, ...account }: Omit<AccountParams, "unreadDays">): Query => ({
  ...accountHref(account),
  why: why?.figure,
  because: why?.cursor,
  ...unpaidList.write(unpaid),
  ...historyList.write(history),
});

/** What the procedure is asked for: only what is asked, so that two askings of the same are one. */
export const accountInput = ({ currency, moment, unpaid, history }: AccountParams) => ({
  ...(currency && { currency }),
  ...momentInput(moment),
  ...part("unpaid", unpaid),
  ...part("history", history),
});

/** What makes up one figure is of the same account at the same moment. */
export const derivationInput = (
  why: NonNullable<AccountParams["why"]>,
  { currency, moment }: Pick<AccountParams, "currency" | "moment">,
) => ({ ...why, ...(currency && { currency }), ...momentInput(moment) });

/** What the family owes is of the same currency at the same moment. */
export const familyInput = ({ currency, moment }: Pick<AccountParams, "currency" | "moment">) => ({
  ...(currency && { currency }),
  ...momentInput(moment),
});

function part<Name extends string, Asked extends object>(name: Name, given: Asked) {
  const told = Object.entries(given).filter(([, value]) => value !== undefined);
  return (told.length > 0 ? { [name]: Object.fromEntries(told) } : {}) as { [K in Name]?: Asked };
}

/** Whether the history is narrowed, and not only turned to another page. */
export const isNarrowed = ({ type, search, fromOn, throughOn }: AccountParams["history"]): boolean =>
  [type, search, fromOn, throughOn].some((each) => each !== undefined);

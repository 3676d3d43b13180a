// What the address of an account's page asks for, and how the page says the same again with one thing changed. What
// can't be meant counts as not asked.
import { BUCKETS, type Bucket } from "@/domain/ledger/aging.ts";
import type { Day } from "@/domain/values/day.ts";
import { FIGURES, type Figure } from "@/domain/receivables/derivation.ts";
import { HISTORY_TYPES, type HistoryType } from "@/domain/receivables/history-filter.ts";
import { UNPAID_SORTS, type UnpaidSort } from "@/domain/receivables/unpaid.ts";
import { parseCurrencyParam, parseDayParam, parseEnumParam } from "../../../_lists/asked-list.ts";
import { momentInput, momentHref, readMoment, type MomentParams } from "../../../_moment/moment.ts";
import { asked, type Query } from "../../../_shell/links.ts";

type Params = Record<string, string | string[] | undefined>;

export type AccountParams = {
  /** Which of the customer's accounts; left out, the one in the business's own currency. */
  currency: string | undefined;
  moment: MomentParams;
  why: { figure: Figure; cursor?: string | undefined } | null;
  unpaid: {
    bucket?: Bucket | undefined;
    search?: string | undefined;
    sort?: UnpaidSort | undefined;
    direction?: "asc" | "desc" | undefined;
    cursor?: string | undefined;
  };
  history: {
    type?: HistoryType | undefined;
    text?: string | undefined;
    fromOn?: Day | undefined;
    throughOn?: Day | undefined;
    jumpOn?: Day | undefined;
    cursor?: string | undefined;
  };
};

const textOf = (query: Params, name: string) => asked(query, name)?.trim().slice(0, 200) || undefined;

export function accountAsked(query: Params, zone: string): AccountParams {
  const figure = parseEnumParam(query, "why", FIGURES);
  return {
    currency: parseCurrencyParam(query),
    moment: readMoment(query, zone),
    why: figure ? { figure, cursor: asked(query, "because")?.slice(0, 100) } : null,
    unpaid: {
      bucket: parseEnumParam(query, "bucket", BUCKETS),
      search: textOf(query, "invoice"),
      sort: parseEnumParam(query, "sort", UNPAID_SORTS),
      direction: parseEnumParam(query, "direction", ["asc", "desc"]),
      cursor: asked(query, "after")?.slice(0, 300),
    },
    history: {
      type: parseEnumParam(query, "type", Object.keys(HISTORY_TYPES) as HistoryType[]),
      text: textOf(query, "search"),
      fromOn: parseDayParam(query, "from"),
      throughOn: parseDayParam(query, "through"),
      jumpOn: parseDayParam(query, "jump"),
      cursor: asked(query, "cursor")?.slice(0, 200),
    },
  };
}

/** The same view, as an address says it. */
export function viewOf({ currency, moment, why, unpaid, history }: AccountParams): Query {
  return {
    currency,
    ...momentHref(moment),
    why: why?.figure,
    because: why?.cursor,
    bucket: unpaid.bucket,
    invoice: unpaid.search,
    sort: unpaid.sort,
    direction: unpaid.direction,
    after: unpaid.cursor,
    type: history.type,
    search: history.text,
    from: history.fromOn,
    through: history.throughOn,
    jump: history.jumpOn,
    cursor: history.cursor,
  };
}

/** What the procedure is asked for: only what is asked, so that two askings of the same are one. */
export const accountInput = ({ currency, moment, unpaid, history }: AccountParams) => ({
  ...(currency && { currency }),
  ...momentInput(moment),
  ...part("unpaid", unpaid),
  ...part("history", history),
});

/** What makes up one figure is of the same account at the same moment. */
export const whyInput = (
  why: NonNullable<AccountParams["why"]>,
  { currency, moment }: Pick<AccountParams, "currency" | "moment">,
) => ({ ...why, ...(currency && { currency }), ...momentInput(moment) });

function part<Name extends string, Asked extends object>(name: Name, given: Asked) {
  const told = Object.entries(given).filter(([, value]) => value !== undefined);
  return (told.length > 0 ? { [name]: Object.fromEntries(told) } : {}) as { [K in Name]?: Asked };
}

/** Whether the history is narrowed, and not only turned to another page. */
export const isNarrowed = ({ type, text, fromOn, throughOn }: AccountParams["history"]): boolean =>
  [type, text, fromOn, throughOn].some((each) => each !== undefined);

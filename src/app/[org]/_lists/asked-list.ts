// What a list's address asks for, as far as it can be meant: anything else counts as not asked.
import { isDay, type Day } from "@/domain/values/day.ts";
import { isCurrency } from "@/domain/values/money.ts";
import { asked, parseIdParam } from "../_shell/links.ts";

type Params = Record<string, string | string[] | undefined>;

export type ListParams = {
  search?: string;
  customerId?: string;
  from?: Day;
  through?: Day;
};

export function parseListParams(query: Params): ListParams {
  const search = asked(query, "search")?.trim().slice(0, 200);
  const customerId = parseIdParam(query, "customer");
  const [from, through] = [parseDayParam(query, "from"), parseDayParam(query, "through")];
  return {
    ...(search && { search }),
    ...(customerId && { customerId }),
    ...(from && { from }),
    ...(through && { through }),
  };
}

export function parseDayParam(query: Params, name: string): Day | undefined {
  const text = asked(query, name);
  return text && isDay(text) ? text : undefined;
}

/** Which of a customer's accounts: a code of ISO 4217. */
export function parseCurrencyParam(query: Params): string | undefined {
  const code = asked(query, "currency");
  return code && isCurrency(code) ? code : undefined;
}

/** One of a closed list of words, or nothing. */
export function parseEnumParam<Word extends string>(
  query: Params,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = asked(query, name);
  return words.find((word) => word === text);
}

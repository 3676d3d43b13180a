// A draft that was typed in one notation, as another writes it: "1,234.50" is "1.234,50" by the time the business writes
// German numbers. What can't be read stays as it was typed.
import { plainNumber, typedNumber } from "../values/written-number.ts";
import type { Draft } from "./draft.ts";

export function inLocale(draft: Draft, locale: string): Draft {
  if (draft.locale === locale) return draft;
  const write = (text: string): string => {
    const [number = "", sign = ""] = /^(.*?)(\s*%?\s*)$/.exec(text)?.slice(1) ?? [];
    const plain = plainNumber(number, draft.locale);
    return plain === null ? text : `${typedNumber(plain, locale)}${sign.trim()}`;
  };
  return {
    ...draft,
    locale,
    retainage: write(draft.retainage),
    lines: draft.lines.map((line) => ({
      ...line,
      quantity: write(line.quantity),
      unitPrice: write(line.unitPrice),
      discount: write(line.discount),
      retainage: write(line.retainage),
    })),
  };
}

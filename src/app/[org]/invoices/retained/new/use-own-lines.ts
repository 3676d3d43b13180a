"use client";
// The lines that a retained invoice bills beside what was held back: typed and reckoned as those of any invoice.
import { useMemo } from "react";
import { blankDraft, readDraft } from "@/domain/invoices/draft.ts";
import { namedTaxes, usedBy } from "@/domain/invoices/line-taxes.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { seenOf } from "../../_editor/seen-taxes.ts";
import { useEditing } from "../../_editor/use-editing.ts";
import type { LineEditing } from "../../_editor/use-invoice.ts";
import { useTaxes } from "../../_editor/use-taxes.ts";

export type Ground = RouterOutputs["invoiceDrafts"]["ground"];

type Options = {
  org: string;
  account: { customerId: string; currency: string };
  ground: Ground;
  place: { locale: string; today: Day };
  /** The day of the invoice. */
  on: Day;
  tried: boolean;
};

export function useOwnLines({ org, account, ground, place, on, tried }: Options) {
  const { customerId, currency } = account;
  const { locale, today } = place;
  const editing = useEditing({ ...blankDraft(today, locale), customerId, terms: "", dueOn: today });
  const { draft } = editing;
  // Over many jobs: as the customer's sales are.
  const whose = { customerId, jobId: null, locationId: null };
  const known = { ...ground, of: { ...whose, issuedOn: today } };
  const { taxes, choices, setTaxes } = useTaxes(org, { ...whose, issuedOn: on }, known);
  const read = useMemo(
    () => readDraft({ ...draft, issuedOn: on, dueOn: on }, { taxes, choices, currency, today }),
    [draft, on, taxes, choices, currency, today],
  );
  const errors: Record<string, string | undefined> = {};
  const lines: LineEditing = {
    ...editing,
    read,
    currency,
    tried,
    errors,
    taxes,
    choices,
    write: (amount: Cents) => formatAmount(amount, currency, locale),
  };
  return {
    lines,
    setTaxes,
    chartCode: draft.chartCode,
    setChartCode: (chartCode: string) => editing.patch({ chartCode }),
    replace: editing.replace,
    draft,
    total: read.total,
    /** Nothing is wrong with them, or there are none. */
    isReady: draft.lines.length === 0 || read.isReady,
    /** As they are sent; nothing where there are none. */
    own:
      draft.lines.length === 0
        ? undefined
        : {
            lines: draft.lines.map(({ key: _key, ...line }) => line),
            chartCode: draft.chartCode,
            locale,
            seen: seenOf({ taxes, lineTaxes: namedTaxes(usedBy(draft.lines, choices)) }),
          },
  };
}

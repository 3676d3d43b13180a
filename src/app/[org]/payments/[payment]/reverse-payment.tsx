"use client";
// A payment that was entered wrongly is reversed by its opposite; the right one is recorded anew.
import { api } from "@/server/client.ts";
import type { ReversalEffects, Where } from "../../_corrections/reversal-effects.ts";
import { ReverseDialog } from "../../_corrections/reverse-dialog.tsx";

type Props = {
  where: Where;
  title: string;
  preview: ReversalEffects;
  /** Of the check that it is a part of: all go back together. */
  parts: number;
};

export const allPartsWords = (parts: number): string =>
  parts > 1 ? ` It is one of ${parts} parts of a check: all of them go back, each on its account.` : "";

export function ReversePayment({ where, title, preview, parts }: Props) {
  return (
    <ReverseDialog
      where={where}
      preview={preview}
      words={{
        button: "Reverse",
        title: `Reverse ${title}?`,
        does: `For a payment that was entered wrongly. The whole payment is reversed by an opposite event; what it had settled is owed again, and both stay in the history.${allPartsWords(parts)}`,
      }}
      run={(input) => api(where.org).events.reverse.mutate({ eventId: preview.eventId, ...input })}
    />
  );
}

"use client";
// Reverses a credit memo that shouldn't have been: what it settled is owed again.
import { api } from "@/server/client.ts";
import { ReverseDialog } from "../../_corrections/reverse-dialog.tsx";
import { reversalEffects, type ReversalPreview, type Where } from "../../_corrections/reversal-effects.ts";

type Props = { where: Where; memo: { eventId: number; number: string }; preview: ReversalPreview };

export function ReverseMemo({ where, memo: { eventId, number }, preview }: Props) {
  return (
    <ReverseDialog
      where={where}
      preview={reversalEffects(preview, where.locale)}
      words={{
        button: "Reverse",
        title: `Reverse credit memo ${number}?`,
        does: "The whole credit memo is reversed by an opposite event. It keeps its number, and both stay in the history.",
      }}
      run={(input) => api(where.org).events.reverse.mutate({ eventId, ...input })}
    />
  );
}

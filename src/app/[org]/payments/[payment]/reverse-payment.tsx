"use client";
// A payment that was entered wrongly is reversed by its opposite; the right one is recorded anew.
import { api } from "@/server/client.ts";
import type { ReversalEffects, Where } from "../../_corrections/reversal-effects.ts";
import { ReverseDialog } from "../../_corrections/reverse-dialog.tsx";

type Props = { where: Where; title: string; preview: ReversalEffects };

export function ReversePayment({ where, title, preview }: Props) {
  return (
    <ReverseDialog
      where={where}
      preview={preview}
      words={{
        button: "Reverse",
        title: `Reverse ${title}?`,
        does: "For a payment that was entered wrongly. The whole payment is reversed by an opposite event; what it had settled is owed again, and both stay in the history.",
      }}
      run={(input) => api(where.org).events.reverse.mutate({ eventId: preview.eventId, ...input })}
    />
  );
}

"use client";
// Reverses an invoice that shouldn't have been: what had paid it is open credit again.
import { api } from "@/server/client.ts";
import type { ReversalEffects, Where } from "../../_reverse/reversal-effects.ts";
import { ReverseDialog } from "../../_reverse/reverse-dialog.tsx";

type Props = { where: Where; invoice: { invoiceId: string; number: string }; preview: ReversalEffects };

export function VoidInvoice({ where, invoice: { invoiceId, number }, preview }: Props) {
  return (
    <ReverseDialog
      where={where}
      preview={preview}
      words={{
        button: "Void",
        title: `Void invoice ${number}?`,
        does: "The whole invoice is reversed by an opposite event. It keeps its number, and both stay in the history.",
      }}
      run={(reverse) => api(where.org).invoices.void.mutate({ invoiceId, ...reverse })}
    />
  );
}

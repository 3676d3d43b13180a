"use client";
// Reverses an invoice that shouldn't have been: what had paid it is open credit again.
import { api } from "@/server/client.ts";
import type { ReversalEffects, Where } from "../../_corrections/reversal-effects.ts";
import { ReverseDialog } from "../../_corrections/reverse-dialog.tsx";

type Props = { where: Where; invoice: { invoiceId: string; number: string }; preview: ReversalEffects };

export function VoidInvoice({ where, invoice: { invoiceId, number }, preview }: Props) {
  return (
    <ReverseDialog
      where={where}
      preview={preview}
      variant="item"
      words={{
        button: "Void",
        title: `Void invoice ${number}?`,
        does: "The whole invoice is reversed by an opposite event. It keeps its number, and both stay in the history.",
      }}
      run={(input) => api(where.org).invoices.void.mutate({ invoiceId, ...input })}
    />
  );
}

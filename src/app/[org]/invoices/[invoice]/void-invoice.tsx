"use client";
// Takes an invoice back that shouldn't have been: what had paid it is open credit again.
import { api } from "@/server/client.ts";
import type { ListedForesight, Where } from "../../_reverse/reversal-effects.ts";
import { UndoDialog } from "../../_reverse/reverse-dialog.tsx";

type Props = { where: Where; invoice: { invoiceId: string; number: string }; foresight: ListedForesight };

export function VoidInvoice({ where, invoice: { invoiceId, number }, foresight }: Props) {
  return (
    <UndoDialog
      where={where}
      foresight={foresight}
      words={{
        button: "Void",
        title: `Void invoice ${number}?`,
        does: "The whole invoice is taken back by an opposite event. It keeps its number, and both stay in the history.",
      }}
      run={(undo) => api(where.org).invoices.void.mutate({ invoiceId, ...undo })}
    />
  );
}

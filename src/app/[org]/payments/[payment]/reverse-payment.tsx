"use client";
// A payment that was entered wrongly is taken back by its opposite; the right one is recorded anew.
import { api } from "@/server/client.ts";
import type { ListedForesight, Where } from "../../_reverse/reversal-effects.ts";
import { UndoDialog } from "../../_reverse/reverse-dialog.tsx";

type Props = { where: Where; title: string; foresight: ListedForesight };

export function ReversePayment({ where, title, foresight }: Props) {
  return (
    <UndoDialog
      where={where}
      foresight={foresight}
      words={{
        button: "Reverse",
        title: `Reverse ${title}?`,
        does: "For a payment that was entered wrongly. The whole payment is taken back by an opposite event; what it had settled is owed again, and both stay in the history.",
      }}
      run={(undo) => api(where.org).events.reverse.mutate({ eventId: foresight.eventId, ...undo })}
    />
  );
}

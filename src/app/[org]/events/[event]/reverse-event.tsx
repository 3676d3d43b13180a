"use client";
// Takes an event back, whole, from its own page.
import { api } from "@/server/client.ts";
import type { ListedForesight, Where } from "../../_reverse/reversal-effects.ts";
import { UndoDialog } from "../../_reverse/reverse-dialog.tsx";

type Props = { where: Where; foresight: ListedForesight };

export function ReverseEvent({ where, foresight }: Props) {
  const { eventId, name } = foresight;
  return (
    <UndoDialog
      where={where}
      foresight={foresight}
      words={{
        button: "Reverse",
        title: `Reverse ${name}, event ${eventId}?`,
        does: "The whole event is taken back by its exact opposite. Both stay in the history.",
      }}
      run={(undo) => api(where.org).events.reverse.mutate({ eventId, ...undo })}
    />
  );
}

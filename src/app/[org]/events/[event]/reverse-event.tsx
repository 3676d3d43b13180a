"use client";
// Reverses an event from its own page.
import { api } from "@/server/client.ts";
import type { ReversalEffects, Where } from "../../_corrections/reversal-effects.ts";
import { ReverseDialog } from "../../_corrections/reverse-dialog.tsx";

type Props = { where: Where; preview: ReversalEffects };

export function ReverseEvent({ where, preview }: Props) {
  const { eventId, name } = preview;
  return (
    <ReverseDialog
      where={where}
      preview={preview}
      words={{
        button: "Reverse",
        title: `Reverse ${name}, event ${eventId}?`,
        does: "The whole event is reversed by its exact opposite. Both stay in the history.",
      }}
      run={(input) => api(where.org).events.reverse.mutate({ eventId, ...input })}
    />
  );
}

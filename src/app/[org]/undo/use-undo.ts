"use client";
// The day and the reason of what is taken back, and how it goes: nothing that was typed is lost when it is refused or
// when somebody else was quicker.
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Day } from "@/domain/day.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export type Undo = { commandKey: string; on: Day; reason: string; seenSeq: number };
export type Undone = { eventId: number };

type Order = { run: (undo: Undo) => Promise<Undone>; seenSeq: number };

const DAY_FAULTS = new Set(["period-closed", "before-start", "date-in-future", "out-of-turn"]);

export function useUndo({ today, earliest }: { today: Day; earliest: Day }, done: (undone: Undone) => void) {
  const router = useRouter();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [refusedAt, setRefusedAt] = useState<number | null>(null);
  const { send, pending, fault } = useCommand(
    ({ run, seenSeq }: Order, commandKey) => run({ commandKey, on, reason, seenSeq }),
    (undone: Undone) => {
      toast(`Recorded as event ${undone.eventId}`);
      done(undone);
      router.refresh();
    },
  );
  const dayError =
    on > today
      ? "Choose today or an earlier day."
      : on < earliest
        ? "It can’t be taken back before it was there."
        : undefined;
  const said = fault && DAY_FAULTS.has(fault.code ?? "") ? { on: fault.message } : (fault?.fields ?? {});
  const stale = fault?.code === "changed-meanwhile";
  return {
    ...{ on, setOn, reason, setReason, pending },
    errors: {
      ...said,
      ...(dayError && { on: dayError }),
      ...(tried && reason.trim() === "" && { reason: "Say why: it stays in the history." }),
    } as Readonly<Record<string, string>>,
    above: fault && !stale && Object.keys(said).length === 0 ? fault.message : null,
    /** Something was posted since the effect was shown, and the page hasn't been looked at anew. */
    isStale: (seenSeq: number) => stale && refusedAt === seenSeq,
    look: () => router.refresh(),
    /** Whether it was sent: what is missing is said first. */
    submit(order: Order): boolean {
      setTried(true);
      if (reason.trim() === "" || dayError) return false;
      setRefusedAt(order.seenSeq);
      send(order);
      return true;
    },
  };
}

export type UndoState = ReturnType<typeof useUndo>;

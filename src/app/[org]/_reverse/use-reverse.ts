"use client";
// The day and the reason of what is taken back, and how it goes: nothing that was typed is lost when it is refused or
// when somebody else was quicker.
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Day } from "@/domain/values/day.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand, type Fault } from "@/ui/use-command.ts";

export type ReverseInput = {
  commandKey: string;
  on: Day;
  reason: string;
  customerNote: string;
  seenSeq: number;
};
export type ReverseResult = { eventId: number };

type Order = { run: (reverse: ReverseInput) => Promise<ReverseResult>; seenSeq: number };

const DAY_FAULTS = new Set(["period-closed", "before-start", "date-in-future", "out-of-turn"]);
const AMOUNT_FAULTS = new Set(["more-than-credit", "more-than-open", "amount-too-large"]);

export function useReverse(
  { today, earliest }: { today: Day; earliest: Day },
  done: (reversed: ReverseResult) => void,
) {
  const router = useRouter();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [customerNote, setCustomerNote] = useState("");
  const [tried, setTried] = useState(false);
  const [refusedAt, setRefusedAt] = useState<number | null>(null);
  const { send, pending, fault } = useCommand(
    ({ run, seenSeq }: Order, commandKey) => run({ commandKey, on, reason, customerNote, seenSeq }),
    (reversed: ReverseResult) => {
      toast(`Recorded as event ${reversed.eventId}`);
      done(reversed);
      router.refresh();
    },
  );
  const dayError =
    on > today
      ? "Choose today or an earlier day."
      : on < earliest
        ? "It can’t be taken back before it was there."
        : undefined;
  const said = fieldErrors(fault);
  const stale = fault?.code === "changed-meanwhile";
  return {
    on,
    setOn,
    reason,
    setReason,
    customerNote,
    setCustomerNote,
    pending,
    errors: {
      ...said,
      ...(dayError && { on: dayError }),
      ...(tried && reason.trim() === "" && { reason: "Say why: it stays in the history." }),
    } as Readonly<Record<string, string>>,
    above: fault && !stale && Object.keys(said).length === 0 ? fault.message : null,
    /** Something was posted since the effect was shown, and the page hasn't been looked at anew. */
    isStale: (seenSeq: number) => stale && refusedAt === seenSeq,
    lookAgain: () => router.refresh(),
    tried,
    /** The field to be mended before anything is sent, `wrong` first; null when there is none. */
    ready(wrong: string | null): string | null {
      setTried(true);
      return wrong ?? (dayError ? "on" : reason.trim() === "" ? "reason" : null);
    },
    send(order: Order) {
      setRefusedAt(order.seenSeq);
      send(order);
    },
  };
}

function fieldErrors(fault: Fault | null): Readonly<Record<string, string>> {
  if (!fault) return {};
  if (DAY_FAULTS.has(fault.code ?? "")) return { on: fault.message };
  if (AMOUNT_FAULTS.has(fault.code ?? "")) return { amountCents: fault.message };
  return fault.fields;
}

export type ReverseState = ReturnType<typeof useReverse>;

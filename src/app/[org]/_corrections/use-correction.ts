"use client";
// The day and the reason of a correction, and how it goes: nothing that was typed is lost when it is refused or
// when somebody else was quicker.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { postedWords, type PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { usePosting } from "../_apply/posted-in.tsx";
import type { Where } from "./reversal-effects.ts";

export type CorrectionInput = {
  commandKey: string;
  on: Day;
  reason: string;
  customerNote: string;
  seenSeq: number;
  period: Day | undefined;
};
export type CorrectionResult = { eventId: number; period: Day; unarchived?: boolean };

type Order = { run: (input: CorrectionInput) => Promise<CorrectionResult>; seenSeq: number };

/** `amount` is what the form calls its amount, where it has one. */
type Reversing = { where: Where; months: PostingMonths; earliest: Day; amount?: string | undefined };

export function useCorrection(
  { where, months, earliest, amount }: Reversing,
  done: (reversed: CorrectionResult) => void,
) {
  const router = useRouter();
  const { today, locale } = where;
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [customerNote, setCustomerNote] = useState("");
  const posting = usePosting(on, months);
  const [tried, setTried] = useState(false);
  const [refusedAt, setRefusedAt] = useState<number | null>(null);
  const { send, pending, fault } = useCommand(
    ({ run, seenSeq }: Order, commandKey) =>
      run({ commandKey, on, reason, customerNote, seenSeq, period: posting.period }),
    (reversed: CorrectionResult) => {
      const posted = postedWords(on, reversed.period, locale);
      const back = reversed.unarchived ? ". The customer was archived and is back in the lists" : "";
      toast(`Recorded as event ${reversed.eventId}${posted ? `, ${posted}` : ""}${back}`);
      done(reversed);
      router.refresh();
    },
    { day: "on", ...(amount && { amount }) },
  );
  const dayError =
    on > today
      ? "Choose today or an earlier day."
      : on < earliest
        ? "It can’t be reversed before the day it was posted on."
        : undefined;
  const stale = fault?.code === "changed-meanwhile";
  return {
    on,
    setOn,
    posting,
    reason,
    setReason,
    customerNote,
    setCustomerNote,
    pending,
    fault,
    errors: {
      ...fault?.fields,
      ...(dayError && { on: dayError }),
      ...(tried && reason.trim() === "" && { reason: "Say why: it stays in the history." }),
    } as Readonly<Record<string, string>>,
    above: stale ? null : (fault?.above ?? null),
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

export type CorrectionState = ReturnType<typeof useCorrection>;

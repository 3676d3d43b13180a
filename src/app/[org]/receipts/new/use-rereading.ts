"use client";
// What a refusal says of the screen: it is drawn from what was, so what has changed is read again.
import { useEffect, useRef } from "react";
import type { Fault } from "@/ui/use-command.ts";

const REREAD = new Set([
  "over-limit",
  "over-shared-limit",
  "charging-refused",
  "over-job-limit",
  "job-closed",
  "buyer-not-authorised",
  "order-ended",
  "over-order",
]);

type Reread = { account: () => Promise<void>; page: () => void; invoices: () => void; signature: () => void };

/** Refused for the account's sake, or for the tax's: either isn't any more what the screen says. */
export function useRereading(fault: Fault | null, reread: Reread) {
  const seen = useRef(fault);
  useEffect(() => {
    if (seen.current === fault) return;
    seen.current = fault;
    if (REREAD.has(fault?.code ?? "")) void reread.account();
    if (fault?.code === "not-what-is-due") {
      reread.page();
      void reread.account();
    }
    // The setting is another one since the page was drawn.
    if (fault?.code === "signature-needed") reread.page();
    if (fault?.code === "signature-of-another") reread.signature();
    if (fault && "itemId" in fault.details) reread.invoices();
  }, [fault, reread]);
}

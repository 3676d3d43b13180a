"use client";
// Keeps the sale in the browser as it grows, and finds it again after a reload.
import { useEffect, useState, useSyncExternalStore } from "react";
import { commandKey } from "@/ui/use-command.ts";
import { useSignedIn } from "@/ui/signed-in.tsx";
import {
  BLANK,
  draftKey,
  isBlank,
  keepDraft,
  keptSales,
  openWith,
  shelfOf,
  type Draft,
  type KeptSale,
} from "./draft.ts";

const never = () => () => {};

type Current = { id: string; draft: Draft };

/** `begin` is whom the address names. */
export function useDraft(org: string, begin: string | null) {
  const shelf = shelfOf(org, useSignedIn());
  const [current, setCurrent] = useState<Current>({ id: "", draft: { ...BLANK, customerId: begin } });
  /** Another's sale that isn't finished; the counter asks before it starts one beside it. */
  const [waiting, setWaiting] = useState<KeptSale | null>(null);
  // The server has nothing of what the browser keeps; the first drawing is the same on both.
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const isFound = current.id !== "";
  if (isBrowser && !isFound) {
    const opening = openWith(keptSales(shelf), begin);
    setCurrent(opening.sale ?? { ...current, id: commandKey() });
    setWaiting(opening.waiting);
  }
  useEffect(() => {
    if (isFound && !waiting) keepDraft(shelf, current.id, current.draft);
  }, [shelf, current, isFound, waiting]);

  /** What follows a finished sale is another one. */
  function setDraft(change: Draft | ((now: Draft) => Draft)) {
    setCurrent((now) => {
      const draft = typeof change === "function" ? change(now.draft) : change;
      if (isBlank(draft)) keepDraft(shelf, now.id, BLANK);
      return { id: isBlank(draft) ? commandKey() : now.id, draft };
    });
  }
  return {
    ...current,
    key: draftKey(shelf, current.id),
    setDraft,
    isFound,
    waiting,
    finishWaiting() {
      if (waiting) setCurrent(waiting);
      setWaiting(null);
    },
    startBeside: () => setWaiting(null),
  };
}

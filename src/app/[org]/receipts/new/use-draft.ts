"use client";
// Keeps the sale in the browser as it grows, and finds it again after a reload.
import { useEffect, useState, useSyncExternalStore } from "react";
import { BLANK, keepDraft, keptDraft, type Draft } from "./draft.ts";

const never = () => () => {};

/** `begin` is whom the address names; what was kept of a sale goes on with them. */
export function useDraft(org: string, begin: string | null) {
  const [draft, setDraft] = useState<Draft>({ ...BLANK, customerId: begin });
  const [isFound, setFound] = useState(false);
  // The server has nothing of what the browser keeps; the first drawing is the same on both.
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (isBrowser && !isFound) {
    const kept = keptDraft(org);
    if (kept) setDraft({ ...kept, customerId: begin ?? kept.customerId });
    setFound(true);
  }
  useEffect(() => {
    if (isFound) keepDraft(org, draft);
  }, [org, draft, isFound]);
  return { draft, setDraft, isFound };
}

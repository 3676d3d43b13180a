"use client";
// A short word that something was done, with its number and perhaps an action. How it is shown comes with the first of
// them (`toast-cards`): a page that was only read needn't load it.
import { useEffect, useState, useSyncExternalStore } from "react";
import { onRecovered } from "@/server/recovered.ts";
import type { Toast } from "./toast-cards.tsx";
import { useLater } from "./use-later.ts";

const NONE: readonly Toast[] = [];
let shown = NONE;
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]) {
  shown = next;
  for (const listener of listeners) listener();
}

export function toast(text: string, action?: Toast["action"]): void {
  lastId += 1;
  show([...shown.slice(-2), action ? { id: lastId, text, action } : { id: lastId, text }]);
}

const dismiss = (id: number) => show(shown.filter((one) => one.id !== id));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toaster() {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  );
  useEffect(
    () => onRecovered((name) => toast(`${name} was recorded. Its answer got lost, so we looked it up.`)),
    [],
  );
  const cards = useLater(loadCards, toasts.length > 0);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  // It is there before the first word: what comes into it is read out.
  return (
    <div ref={setPlace} role="status" aria-atomic="false">
      {cards && place ? <cards.ToastCards toasts={toasts} dismiss={dismiss} place={place} /> : null}
    </div>
  );
}

const loadCards = () => import("./toast-cards.tsx");

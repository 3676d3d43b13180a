"use client";
// A short word that something was done, with its number and perhaps an action. It leaves after
// eight seconds, or when dismissed, and is read out once.
import { X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { onRecovered } from "@/server/client.ts";

export type Toast = { id: number; text: string; action?: { label: string; run: () => void } };

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
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-40 grid justify-items-center gap-2 desk:bottom-6 print:hidden"
    >
      {toasts.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </div>
  );
}

function ToastCard({ toast: one }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(one.id), 8000);
    return () => clearTimeout(timer);
  }, [one.id]);
  return (
    <div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-card border border-line bg-raised py-2 pr-2 pl-4 shadow-raised">
      <span>{one.text}</span>
      {one.action ? (
        <button type="button" onClick={one.action.run} className="font-medium text-accent hover:underline">
          {one.action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => dismiss(one.id)}
        className="grid size-7 place-items-center rounded-control text-soft hover:bg-hover touch:size-11"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}

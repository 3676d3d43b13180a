"use client";
// The counter's keys, none of which a browser takes for itself: shown where they work, listed once.
import { useEffect, useRef } from "react";

export const COUNTER_KEYS = {
  customer: { keys: ["F2"], does: "Customer" },
  product: { keys: ["F4"], does: "Product" },
  line: { keys: ["Alt", "L"], does: "Line of free text" },
  onAccount: { keys: ["Alt", "A"], does: "Payment on account" },
  cash: { keys: ["F9"], does: "Cash" },
  check: { keys: ["Alt", "K"], does: "Check" },
  card: { keys: ["Alt", "C"], does: "Card" },
  charge: { keys: ["F8"], does: "House Charge" },
  complete: { keys: ["Ctrl", "Enter"], does: "Complete" },
} as const;

export type CounterAct = keyof typeof COUNTER_KEYS;

const ACTS: ReadonlyMap<string, CounterAct> = new Map([
  ["F2", "customer"],
  ["F4", "product"],
  ["Alt+KeyL", "line"],
  ["Alt+KeyA", "onAccount"],
  ["F9", "cash"],
  ["Alt+KeyK", "check"],
  ["Alt+KeyC", "card"],
  ["F8", "charge"],
  ["Ctrl+Enter", "complete"],
]);

export function useCounterKeys(run: (act: CounterAct) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.shiftKey || document.querySelector("dialog[open]")) return;
      const held = event.altKey ? "Alt+" : event.ctrlKey || event.metaKey ? "Ctrl+" : "";
      const act = ACTS.get(`${held}${event.code === "NumpadEnter" ? "Enter" : event.code}`);
      if (!act) return;
      event.preventDefault();
      latest.current(act);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}

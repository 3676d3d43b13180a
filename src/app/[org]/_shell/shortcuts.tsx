"use client";
// The keyboard: / or Ctrl K finds, g and a letter goes, ? shows what there is. Single keys can be switched off, for those
// whose dictation or hand types them by chance (WCAG 2.1.4).
import { Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useLater } from "@/ui/use-later.ts";
import { switchedOff, type Goal } from "./key-switch.ts";

/** The list of keys comes when it is asked for. */
const loadKeyList = () => import("./key-list.tsx");

export function Shortcuts({ sections }: { sections: readonly Goal[] }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const list = useLater(loadKeyList, open);

  useEffect(() => {
    let wentAt = -Infinity;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if ((event.ctrlKey || event.metaKey) && event.key === "k") return find(event);
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || switchedOff()) return;
      if (event.key === "/") return find(event);
      if (event.key === "?") return setOpen(true);
      if (event.key === "n") return openNew(event);
      const goal = sections.find((section) => section.letter === event.key);
      if (goal && event.timeStamp - wentAt < 1500) router.push(goal.href);
      wentAt = event.key === "g" ? event.timeStamp : -Infinity;
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [router, sections]);

  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="hidden min-h-9 items-center gap-2.5 rounded-control px-2.5 text-13 text-soft hover:bg-hover wide:flex"
      >
        <Keyboard aria-hidden="true" className="size-4" />
        Keyboard
        <kbd aria-hidden="true" className="ml-auto font-sans text-12 text-faint">
          ?
        </kbd>
      </button>
      {list ? <list.KeyList sections={sections} open={open} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function find(event: KeyboardEvent): void {
  const box = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
}

function openNew(event: KeyboardEvent): void {
  const [button, panel] = ["button", "[popover]"].map((part) =>
    document.querySelector<HTMLElement>(`[data-new] ${part}`),
  );
  if (!button || !panel) return;
  event.preventDefault();
  if (!panel.matches(":popover-open")) button.click();
  panel.querySelector("a")?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

"use client";
// A question that must be answered before going on. The browser's own modal dialog: it keeps the focus inside, gives it
// back, closes on Escape, and needs no style of ours injected under the content security policy.
import { X } from "lucide-react";
import { useEffect, useId, useRef, type PointerEvent, type ReactNode, type RefObject } from "react";
import { closedDialog, openedDialog } from "./open-dialogs.ts";

type Props = { title: string; open: boolean; onClose: () => void; children: ReactNode };

export function Dialog({ title, open, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const place = useRef<HTMLDivElement>(null);
  const typed = useRef(false);
  const outside = useOutsidePress(ref, typed);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (!open) return dialog.close();
    if (!dialog.open) dialog.showModal();
    const words = place.current;
    if (words) openedDialog(words);
    typed.current = false;
    // What is to be filled in comes before the way out.
    dialog.querySelector<HTMLElement>("form :is(input, select, textarea)")?.focus();
    return () => {
      if (words) closedDialog(words);
    };
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onInput={() => (typed.current = true)}
      {...outside}
      className={
        "m-auto w-[min(30rem,calc(100vw-2rem))] rounded-card border border-line bg-raised p-0 text-ink shadow-raised " +
        "backdrop:bg-[rgb(0_0_0/0.4)]"
      }
    >
      <div className="p-5">
        <div className="mb-4 flex items-start gap-4">
          <h2 id={titleId} className="text-16 font-semibold">
            {title}
          </h2>
          <button
            type="button"
            aria-label="Close"
            onClick={() => ref.current?.close()}
            className="-m-2 ml-auto grid size-9 shrink-0 place-items-center rounded-control text-soft hover:bg-hover touch:size-11"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
        {open ? children : null}
      </div>
      <div ref={place} role="status" aria-atomic="false" />
    </dialog>
  );
}

/** A press beside it closes it: one that began and ended there, and only while nothing has been typed that would go. */
function useOutsidePress(ref: RefObject<HTMLDialogElement | null>, typed: RefObject<boolean>) {
  const began = useRef(false);
  return {
    onPointerDown: (event: PointerEvent) => (began.current = event.target === ref.current),
    onPointerUp: (event: PointerEvent) => {
      const isOutside = began.current && event.target === ref.current;
      began.current = false;
      if (isOutside && !typed.current) ref.current?.close();
    },
  };
}

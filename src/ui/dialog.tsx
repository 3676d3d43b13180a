"use client";
// A question that must be answered before going on. The browser's own modal dialog: it keeps the focus inside, gives it
// back, closes on Escape, and needs no style of ours injected under the content security policy.
import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";

type Props = { title: string; open: boolean; onClose: () => void; children: ReactNode };

export function Dialog({ title, open, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      // What is to be filled in comes before the way out.
      dialog.querySelector<HTMLElement>("form :is(input, select, textarea)")?.focus();
    }
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && ref.current.close()}
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
    </dialog>
  );
}

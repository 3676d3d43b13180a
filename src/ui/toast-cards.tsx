"use client";
// The toasts on the screen, by Radix: each is read out once and leaves after a while, but not while it or its neighbours
// have the focus or the pointer, nor while the window is elsewhere; F8 goes to them. Over an open dialog they stand in it.
import * as Radix from "@radix-ui/react-toast";
import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { onDialogs, placeOnTop } from "./open-dialogs.ts";

export type Toast = { id: number; text: string; action?: { label: string; run: () => void } };

const LASTS_MS = 8000;
/** Whoever needs longer to read has time to reach what can still be done. */
const LASTS_WITH_ACTION_MS = 20_000;

/** Where they stand is read out by itself; what Radix would have read out a second time goes nowhere. */
const NOWHERE = document.createElement("div");

type Props = {
  toasts: readonly Toast[];
  dismiss: (id: number) => void;
  /** Where they stand while no dialog is open. */
  place: HTMLElement;
};

export function ToastCards({ toasts, dismiss, place }: Props) {
  const onTop = useSyncExternalStore(onDialogs, placeOnTop, () => null);
  return (
    <Radix.Provider announcerContainer={NOWHERE}>
      {toasts.map((one) => (
        <Card key={one.id} toast={one} onDismiss={() => dismiss(one.id)} />
      ))}
      {createPortal(
        <Radix.Viewport
          label="Messages ({hotkey})"
          className="pointer-events-none fixed inset-x-4 bottom-20 z-40 grid justify-items-center gap-2 desk:bottom-6 print:hidden"
        />,
        onTop ?? place,
      )}
    </Radix.Provider>
  );
}

function Card({ toast: { text, action }, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  return (
    <Radix.Root
      open
      onOpenChange={onDismiss}
      type="background"
      duration={action ? LASTS_WITH_ACTION_MS : LASTS_MS}
      className="pointer-events-auto flex max-w-full items-center gap-3 rounded-card border border-line bg-raised py-2 pr-2 pl-4 text-ink shadow-raised"
    >
      <Radix.Description>{text}</Radix.Description>
      {action ? (
        <Radix.Action
          altText={action.label}
          onClick={action.run}
          className="min-h-7 font-medium text-accent hover:underline touch:min-h-11"
        >
          {action.label}
        </Radix.Action>
      ) : null}
      <Radix.Close
        aria-label="Dismiss"
        className="grid size-7 place-items-center rounded-control text-soft hover:bg-hover touch:size-11"
      >
        <X aria-hidden="true" className="size-4" />
      </Radix.Close>
    </Radix.Root>
  );
}

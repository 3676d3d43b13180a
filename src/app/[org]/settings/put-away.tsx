"use client";
// Puts something away that nothing uses any more, or brings it back at once. What still uses it is said.
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand, type Fault } from "@/ui/use-command.ts";

type Props = { name: string; run: (commandKey: string) => Promise<unknown> };

/** `children` say what it does. */
export function PutAway({ name, run, children }: Props & { children: ReactNode }) {
  const { ask, asked } = useConfirm(run, () => `${name} archived`);
  return (
    <>
      <Button variant="quiet" onClick={ask} aria-label={`Archive ${name}`}>
        Archive
      </Button>
      <ConfirmDialog {...asked} title={`Archive ${name}?`} button="Archive" tellFault={told}>
        {children}
      </ConfirmDialog>
    </>
  );
}

function told({ message, details }: Fault) {
  const { because } = details;
  return (
    <Notice tone="late">
      {message}
      {typeof because === "string" ? ` ${because}` : ""}
    </Notice>
  );
}

export function BringBack({ name, run }: Props) {
  const router = useRouter();
  const { send, pending } = useCommand(
    (_: null, commandKey) => run(commandKey),
    () => {
      toast(`${name} is in use again`);
      router.refresh();
    },
  );
  return (
    <Button variant="quiet" pending={pending} onClick={() => send(null)} aria-label={`Bring back ${name}`}>
      Bring back
    </Button>
  );
}

"use client";
// Puts an account away that nothing uses any more, or brings it back at once.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand, type Fault } from "@/ui/use-command.ts";

type Props = { org: string; code: string; name: string };

export function ArchiveAccount({ org, code, name }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).chart.archive.mutate({ commandKey, code }),
    () => `${name} archived`,
  );
  return (
    <>
      <Button variant="quiet" onClick={ask} aria-label={`Archive ${name}`}>
        Archive
      </Button>
      <ConfirmDialog {...asked} title={`Archive ${code} ${name}?`} button="Archive" tellFault={told}>
        <p>
          Nothing new is put on it. What was posted to it stays on every report, and its number stays taken.
          You can bring it back at any time.
        </p>
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

export function UnarchiveAccount({ org, code, name }: Props) {
  const router = useRouter();
  const { send, pending } = useCommand(
    (_: null, commandKey) => api(org).chart.unarchive.mutate({ commandKey, code }),
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

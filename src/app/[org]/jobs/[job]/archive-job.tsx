"use client";
// Puts a job away, after saying what that does, or brings it back at once.
import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; jobId: string; name: string };

export function ArchiveJob({ org, jobId, name }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).jobs.archive.mutate({ commandKey, jobId }),
    () => `${name} archived`,
  );
  return (
    <>
      <Button onClick={ask}>
        <Archive aria-hidden="true" />
        Archive
      </Button>
      <ConfirmDialog {...asked} title={`Archive ${name}?`} button="Archive">
        <p>
          It leaves the lists and takes no new invoices. Its invoices stay as they are, and its number stays
          taken. You can bring it back at any time.
        </p>
      </ConfirmDialog>
    </>
  );
}

export function UnarchiveJob({ org, jobId, name }: Props) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).jobs.unarchive.mutate({ commandKey, jobId }),
    () => {
      toast(`${name} is back`);
      router.refresh();
    },
  );
  return (
    <>
      <Button variant="primary" pending={pending} onClick={() => send(null)}>
        <ArchiveRestore aria-hidden="true" />
        Bring back
      </Button>
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
    </>
  );
}

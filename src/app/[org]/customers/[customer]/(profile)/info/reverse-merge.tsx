"use client";
// Undoes a merge, after a question that says what comes back.
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; merge: { mergeId: string; number: string; name: string }; today: Day };

export function ReverseMerge({ org, merge, today }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).merges.reverse.mutate({ commandKey, mergeId: merge.mergeId, reversedOn: today }),
    () => {
      toast(`${merge.number} stands by itself again`);
      setOpen(false);
      router.refresh();
    },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>Undo</Button>
      <Dialog title={`Undo the merge of ${merge.number}?`} open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4">
          {fault ? <Notice tone="late">{fault.message}</Notice> : null}
          <p>
            {merge.name} stands by itself again: what moved goes back today, each with its own date and
            document. What was paid of it since is opened again and comes back as open credit of whoever paid.
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep merged</Button>
            <Button variant="primary" pending={pending} onClick={() => send(null)}>
              Undo the merge
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

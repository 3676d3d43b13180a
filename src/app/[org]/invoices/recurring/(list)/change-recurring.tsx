"use client";
// Pauses a recurring invoice, goes on with it, or ends it for good, after a question.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; scheduleId: string; name: string; state: "active" | "paused" | "ended" };

export function ChangeRecurring({ org, scheduleId, name, state }: Props) {
  const router = useRouter();
  const to = state === "paused" ? "active" : "paused";
  const { send, pending } = useCommand(
    (_: null, commandKey) => api(org).recurring.change.mutate({ commandKey, scheduleId, to }),
    () => {
      toast(to === "paused" ? "Paused: nothing comes until it goes on" : "It goes on");
      router.refresh();
    },
  );
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).recurring.change.mutate({ commandKey, scheduleId, to: "ended" }),
    () => "Ended: nothing comes of it any more",
  );
  if (state === "ended") return null;
  const verb = state === "paused" ? "Resume" : "Pause";
  return (
    <span className="-my-2 inline-flex gap-1 print:hidden">
      <Button variant="quiet" pending={pending} onClick={() => send(null)} aria-label={`${verb} ${name}`}>
        {verb}
      </Button>
      <Button variant="quiet" onClick={ask} aria-label={`End ${name}`}>
        End
      </Button>
      <ConfirmDialog {...asked} title={`End it for ${name}?`} button="End">
        <p>No other invoice comes of it, and it can’t be resumed. Those that were made stay.</p>
      </ConfirmDialog>
    </span>
  );
}

"use client";
// Ends a run that comes by itself, after saying what that does.
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = { org: string; scheduleId: string; name: string };

export function EndSchedule({ org, scheduleId, name }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).statementRuns.endSchedule.mutate({ commandKey, scheduleId }),
    () => `${name} no longer come by themselves`,
  );
  return (
    <>
      <Button onClick={ask}>End</Button>
      <ConfirmDialog title={`End the monthly ${name.toLowerCase()}?`} button="End it" {...asked}>
        <p>No further run comes by itself. Those that there were stay, and one that is under way goes on.</p>
      </ConfirmDialog>
    </>
  );
}

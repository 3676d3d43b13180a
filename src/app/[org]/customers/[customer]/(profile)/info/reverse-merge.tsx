"use client";
// Reverses a merge, after a question that says what comes back.
import type { Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = { org: string; merge: { mergeId: string; number: string; name: string }; today: Day };

export function ReverseMerge({ org, merge, today }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).merges.reverse.mutate({ commandKey, mergeId: merge.mergeId, reversedOn: today }),
    () => `${merge.number} stands by itself again`,
  );
  return (
    <>
      <Button onClick={ask}>Reverse</Button>
      <ConfirmDialog
        {...asked}
        title={`Reverse the merge of ${merge.number}?`}
        button="Reverse the merge"
        variant="primary"
        keep="Keep merged"
      >
        <p>
          {merge.name} stands by itself again: what moved goes back today, each with its own date and
          document. What was paid of it since is opened again and comes back as open credit of whoever paid.
          Terms, memo and notes stay as they are on both.
        </p>
      </ConfirmDialog>
    </>
  );
}

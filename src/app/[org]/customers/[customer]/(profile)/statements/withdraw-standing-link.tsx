"use client";
// Ends one standing link at once.
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = { org: string; link: { linkId: string; forWhom: string } };

export function WithdrawStandingLink({ org, link: { linkId, forWhom } }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).standingLinks.withdraw.mutate({ commandKey, linkId }),
    () => "The link is withdrawn",
  );
  return (
    <>
      <Button variant="quiet" onClick={ask} aria-label={`Withdraw the link of ${forWhom}`}>
        Withdraw
      </Button>
      <ConfirmDialog
        {...asked}
        title={`Withdraw the link of ${forWhom}?`}
        button="Withdraw it"
        keep="Keep it"
      >
        <p>It stops working at once. Whoever opens it reads that it was withdrawn.</p>
      </ConfirmDialog>
    </>
  );
}

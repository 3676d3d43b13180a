"use client";
// Mails an invitation again, or withdraws it.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; invitationId: string; email: string };

export function InviteAgain({ org, invitationId, email }: Props) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).people.inviteAgain.mutate({ commandKey, invitationId }),
    () => {
      toast(`Mailed again to ${email}; the link before works no more`);
      router.refresh();
    },
  );
  return (
    <span className="inline-grid justify-items-end">
      <Button
        variant="quiet"
        pending={pending}
        onClick={() => send(null)}
        aria-label={`Mail the invitation of ${email} again`}
      >
        Mail again
      </Button>
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
    </span>
  );
}

export function WithdrawInvitation({ org, invitationId, email }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).people.withdraw.mutate({ commandKey, invitationId }),
    () => `The invitation of ${email} is withdrawn`,
  );
  return (
    <>
      <Button variant="quiet" onClick={ask} aria-label={`Withdraw the invitation of ${email}`}>
        Withdraw
      </Button>
      <ConfirmDialog {...asked} title={`Withdraw the invitation of ${email}?`} button="Withdraw">
        <p>The link in their mailbox opens nothing any more. You can invite them again.</p>
      </ConfirmDialog>
    </>
  );
}

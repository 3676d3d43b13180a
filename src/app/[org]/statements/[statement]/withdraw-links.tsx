"use client";
// Ends every link to this statement at once, those in sent mails too; says so before it does.
import { Unlink } from "lucide-react";
import { countOf } from "@/domain/count-of.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = { org: string; statementId: string; count: number };

export function WithdrawLinks({ org, statementId, count }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).statements.withdraw.mutate({ commandKey, statementId }),
    ({ withdrawn }) => `${countOf(withdrawn, "link")} withdrawn`,
  );
  const one = count === 1;
  return (
    <>
      <Button variant="quiet" onClick={ask}>
        <Unlink aria-hidden="true" />
        Withdraw {one ? "it" : "all"}
      </Button>
      <ConfirmDialog
        {...asked}
        title={`Withdraw ${countOf(count, "link")}?`}
        button={one ? "Withdraw it" : "Withdraw all"}
        keep={one ? "Keep it" : "Keep them"}
      >
        <p>
          {one ? "It stops" : "They stop"} working at once, in mails that were sent, too. Whoever opens{" "}
          {one ? "it" : "one"} reads that it was withdrawn. Mailing the statement again makes a new link.
        </p>
      </ConfirmDialog>
    </>
  );
}

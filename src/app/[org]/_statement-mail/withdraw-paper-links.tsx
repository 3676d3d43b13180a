"use client";
// Ends every link to this paper at once, those in sent mails too; says so before it does.
import { Unlink } from "lucide-react";
import { countOf } from "@/domain/count-of.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";

type Props = { org: string; paper: { kind: "invoice" | "credit-memo"; id: string }; count: number };

export function WithdrawPaperLinks({ org, paper, count }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).mails.withdraw.mutate({ commandKey, ...paper }),
    ({ withdrawn }) => `${countOf(withdrawn, "link")} withdrawn`,
  );
  return (
    <>
      <Button variant="quiet" onClick={ask}>
        <Unlink aria-hidden="true" />
        Withdraw {countOf(count, "link")}
      </Button>
      <ConfirmDialog
        {...asked}
        title={`Withdraw ${countOf(count, "link")}?`}
        button={count === 1 ? "Withdraw it" : "Withdraw all"}
        keep={count === 1 ? "Keep it" : "Keep them"}
      >
        <p>
          What was mailed can’t be opened by its link any more. Whoever opens one reads that it was withdrawn.
          Mailing it again makes a new link.
        </p>
      </ConfirmDialog>
    </>
  );
}

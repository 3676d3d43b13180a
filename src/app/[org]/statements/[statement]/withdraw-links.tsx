"use client";
// Ends every link to this statement at once, those in sent mails too; says so before it does.
import { Unlink } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { countOf } from "@/domain/count-of.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function WithdrawLinks({
  org,
  statementId,
  count,
}: {
  org: string;
  statementId: string;
  count: number;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).statements.withdraw.mutate({ commandKey, statementId }),
    ({ withdrawn }) => {
      toast(`${countOf(withdrawn, "link")} withdrawn`);
      setOpen(false);
      router.refresh();
    },
  );
  const one = count === 1;
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <Unlink aria-hidden="true" />
        Withdraw {one ? "it" : "all"}
      </Button>
      <Dialog title={`Withdraw ${countOf(count, "link")}?`} open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4">
          {fault ? <Notice tone="late">{fault.message}</Notice> : null}
          <p>
            {one ? "It stops" : "They stop"} working at once, in mails that were sent, too. Whoever opens{" "}
            {one ? "it" : "one"} reads that it was withdrawn. Mailing the statement again makes a new link.
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep {one ? "it" : "them"}</Button>
            <Button variant="danger" pending={pending} onClick={() => send(null)}>
              Withdraw {one ? "it" : "all"}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

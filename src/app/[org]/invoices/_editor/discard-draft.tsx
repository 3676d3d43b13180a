"use client";
// Throws a draft away, after a question: nothing of it was posted, and no number is lost.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toInvoices } from "../../_shell/links.ts";
import type { KeptDraft } from "./autosave.ts";

type Props = { org: string; kept: KeptDraft; flush: () => Promise<KeptDraft | null> };

export function DiscardDraft({ org, kept, flush }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    async (_: null, commandKey) => {
      const now = (await flush()) ?? kept;
      return api(org).invoiceDrafts.discard.mutate({ commandKey, ...now });
    },
    () => {
      toast("The draft is discarded.");
      router.replace(toInvoices(org));
    },
  );
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        Discard the draft
      </Button>
      <ConfirmDialog
        title="Discard this draft?"
        button="Discard"
        open={open}
        pending={pending}
        fault={fault}
        onClose={() => setOpen(false)}
        onConfirm={() => send(null)}
      >
        <p>
          It is taken from the list of drafts for everybody. Nothing of it was posted, and it had no number.
        </p>
      </ConfirmDialog>
    </>
  );
}

"use client";
// Puts a product away, after saying what that does, or brings it back at once.
import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; productId: string; name: string };

export function ArchiveProduct({ org, productId, name }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).products.archive.mutate({ commandKey, productId }),
    () => `${name} archived`,
  );
  return (
    <>
      <Button onClick={ask}>
        <Archive aria-hidden="true" />
        Archive
      </Button>
      <ConfirmDialog {...asked} title={`Archive ${name}?`} button="Archive">
        <p>
          It is no longer offered at the counter. What was sold of it stays on its receipts and invoices, and
          its SKU and barcode stay taken. You can bring it back at any time.
        </p>
      </ConfirmDialog>
    </>
  );
}

export function UnarchiveProduct({ org, productId, name }: Props) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).products.unarchive.mutate({ commandKey, productId }),
    () => {
      toast(`${name} is for sale again`);
      router.refresh();
    },
  );
  return (
    <>
      <Button variant="primary" pending={pending} onClick={() => send(null)}>
        <ArchiveRestore aria-hidden="true" />
        Bring back
      </Button>
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
    </>
  );
}

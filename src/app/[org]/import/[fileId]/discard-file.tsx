"use client";
// Takes a file that wasn't imported from the list, after asking.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { toImport } from "../../_shell/links.ts";

export function DiscardFile({ org, fileId, name }: { org: string; fileId: string; name: string }) {
  const router = useRouter();
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).imports.discard.mutate({ commandKey, fileId }),
    () => {
      router.push(toImport(org));
      return `Discarded ${name}`;
    },
  );
  return (
    <>
      <Button onClick={ask}>Discard this file</Button>
      <ConfirmDialog {...asked} title="Discard this file?" button="Discard file">
        <p className="wrap-anywhere">
          <strong className="font-medium">{name}</strong> and what you decided about it are removed. Nothing
          of it was posted.
        </p>
      </ConfirmDialog>
    </>
  );
}

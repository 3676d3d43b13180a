"use client";
// Takes an import back whole, after saying what goes with it.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { toImportFile } from "../_shell/links.ts";

type Props = { org: string; fileId: string; name: string; brought: string; quiet?: boolean };

export function UndoImport({ org, fileId, name, brought, quiet = false }: Props) {
  const router = useRouter();
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).imports.undo.mutate({ commandKey, fileId }),
    () => {
      router.push(toImportFile(org, fileId));
      return `The import of ${name} is being undone`;
    },
  );
  return (
    <>
      <Button
        variant={quiet ? "quiet" : "danger"}
        aria-label={quiet ? `Undo the import of ${name}` : undefined}
        onClick={ask}
      >
        {quiet ? "Undo" : "Undo this import"}
      </Button>
      <ConfirmDialog {...asked} title="Undo this import?" button="Undo import">
        <p className="wrap-anywhere">
          <strong className="font-medium">{name}</strong> brought {brought}. All of it is taken back by
          opposite entries, and customers that nobody has dealt with since are archived. Where something was
          done with what it brought, a payment for example, nothing is taken back. What it changed of
          customers, limits, contacts and products that were there before is given back, unless somebody has
          changed it since.
        </p>
      </ConfirmDialog>
    </>
  );
}

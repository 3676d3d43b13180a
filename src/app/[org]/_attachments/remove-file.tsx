"use client";
// Takes a file away after asking: it is gone from here, and who removed it is kept.
import { Trash2 } from "lucide-react";
import type { Attachment } from "@/domain/business/attachment.ts";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { removeFile } from "./upload.ts";

type Props = { org: string; file: Attachment; onChanged: (() => void) | undefined };

export function RemoveFile({ org, file, onChanged }: Props) {
  const { ask, asked } = useConfirm(
    () => removeFile(org, file.attachmentId),
    () => {
      onChanged?.();
      return `Removed ${file.name}`;
    },
  );
  return (
    <>
      <button
        type="button"
        aria-label={`Remove ${file.name}`}
        onClick={ask}
        className="grid size-9 shrink-0 place-items-center rounded-control text-soft hover:bg-hover hover:text-late touch:size-11 print:hidden"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
      <ConfirmDialog {...asked} title="Remove this file?" button="Remove file">
        <p className="wrap-anywhere">
          <strong className="font-medium">{file.name}</strong> can’t be opened here any more. That you removed
          it stays in the audit log.
        </p>
      </ConfirmDialog>
    </>
  );
}

"use client";
// Takes a file away after asking: it is gone from here, and who removed it is kept.
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Attachment } from "@/domain/business/attachment.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { removeFile } from "./upload.ts";

export function RemoveFile({ org, file }: { org: string; file: Attachment }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const remove = useCommand(
    () => removeFile(org, file.attachmentId),
    () => {
      setOpen(false);
      toast(`Removed ${file.name}`);
      router.refresh();
    },
  );
  return (
    <>
      <button
        type="button"
        aria-label={`Remove ${file.name}`}
        onClick={() => setOpen(true)}
        className="grid size-9 shrink-0 place-items-center rounded-control text-soft hover:bg-hover hover:text-late touch:size-11 print:hidden"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
      <Dialog title="Remove this file?" open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4">
          <p className="wrap-anywhere">
            <strong className="font-medium">{file.name}</strong> can’t be opened here any more. That you
            removed it stays in the audit log.
          </p>
          {remove.fault ? <Notice tone="late" title={remove.fault.message} /> : null}
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button variant="danger" pending={remove.pending} onClick={() => remove.send(undefined)}>
              Remove file
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

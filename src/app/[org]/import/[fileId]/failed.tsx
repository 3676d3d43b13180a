"use client";
// A file that couldn't be read or imported: why, and the two ways on.
import { useRouter } from "next/navigation";
import type { ImportFile } from "@/domain/imports/import-file.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { DiscardFile } from "./discard-file.tsx";
import { RESULT } from "./follow-state.tsx";

export function Failed({ org, file }: { org: string; file: ImportFile }) {
  const { fileId, fault, plan, state } = file;
  const router = useRouter();
  const look = useCommand(
    (_: null, commandKey) => api(org).imports.look.mutate({ commandKey, fileId, plan }),
    () => router.refresh(),
  );
  const reason = fault?.details["reason"];
  return (
    <section id={RESULT} tabIndex={-1} aria-label="What went wrong" className="grid gap-4">
      {look.fault ? <Notice tone="late">{look.fault.message}</Notice> : null}
      <Notice tone="late" title={fault?.message ?? "The file didn’t come whole. Send it again."}>
        {typeof reason === "string" ? <p>{reason}</p> : null}
        <p>Nothing of it was imported.</p>
      </Notice>
      <div className="flex flex-wrap gap-2">
        {state === "failed" ? (
          <Button variant="primary" pending={look.pending} onClick={() => look.send(null)}>
            Try again
          </Button>
        ) : null}
        <DiscardFile org={org} fileId={fileId} name={file.name} />
      </div>
    </section>
  );
}

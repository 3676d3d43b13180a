"use client";
// A file that couldn't be read or imported: why, and the two ways on.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { DiscardFile } from "./discard-file.tsx";
import { RESULT } from "./follow-state.tsx";
import type { ImportFile } from "../imported-file.ts";

export function Failed({ org, file }: { org: string; file: ImportFile }) {
  const { fileId, fault, plan } = file;
  const router = useRouter();
  const look = useCommand(
    (_: null, commandKey) => api(org).imports.look.mutate({ commandKey, fileId, plan }),
    () => router.refresh(),
  );
  const reason = fault?.details["reason"];
  return (
    <section id={RESULT} tabIndex={-1} aria-label="What went wrong" className="grid gap-4">
      {look.fault ? <Notice tone="late">{look.fault.message}</Notice> : null}
      <Notice tone="late" title={fault?.message ?? "The file couldn’t be imported."}>
        {typeof reason === "string" ? <p>{reason}</p> : null}
        <p>Nothing of it was imported.</p>
      </Notice>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={look.pending} onClick={() => look.send(null)}>
          Try again
        </Button>
        <DiscardFile org={org} fileId={fileId} name={file.name} />
      </div>
    </section>
  );
}

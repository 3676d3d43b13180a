"use client";
// Asks for a proof; the worker does it, and the page looks again until it is there.
import { ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function ProveNow({ org, busy }: { org: string; busy: boolean }) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).books.prove.mutate({ commandKey }),
    () => router.refresh(),
  );
  return (
    <div className="grid gap-2">
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
      <Button variant="primary" full pending={pending || busy} onClick={() => send(null)}>
        <ShieldCheck aria-hidden="true" />
        {busy ? "Proving…" : "Prove now"}
      </Button>
    </div>
  );
}

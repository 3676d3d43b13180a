"use client";
// An import that was undone can be looked at and imported anew.
import { useRouter } from "next/navigation";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function LookAgain({ org, fileId, plan }: { org: string; fileId: string; plan: ImportPlan }) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).imports.look.mutate({ commandKey, fileId, plan }),
    () => router.refresh(),
  );
  return (
    <>
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
      <Button variant="primary" pending={pending} onClick={() => send(null)}>
        Look at it again
      </Button>
    </>
  );
}

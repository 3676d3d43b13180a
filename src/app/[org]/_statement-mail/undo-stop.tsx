"use client";
// Sends an address again what comes by itself: its reader asked for that, elsewhere than in their mail.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function UndoStop({ org, address }: { org: string; address: string }) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).mailStops.undo.mutate({ commandKey, address }),
    () => {
      toast(`${address} gets them again`);
      router.refresh();
    },
  );
  return (
    <>
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
      <Button
        variant="quiet"
        pending={pending}
        onClick={() => send(null)}
        aria-label={`Send to ${address} again`}
      >
        They want them again
      </Button>
    </>
  );
}

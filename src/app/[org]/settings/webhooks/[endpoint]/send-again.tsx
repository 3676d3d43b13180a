"use client";
// Sends one event once more, out of turn.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; endpointId: string; eventId: number };

export function SendAgain({ org, endpointId, eventId }: Props) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).webhooks.replayOne.mutate({ commandKey, endpointId, eventId }),
    () => {
      toast(`Event ${eventId} is sent again in a moment`);
      router.refresh();
    },
  );
  return (
    <>
      <Button
        variant="quiet"
        pending={pending}
        aria-label={`Send event ${eventId} again`}
        onClick={() => send(null)}
      >
        Send again
      </Button>
      {fault ? <p className="text-12 text-late">{fault.message}</p> : null}
    </>
  );
}

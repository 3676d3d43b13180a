"use client";
// Stops a customer's autopay for them: asked twice, in the row itself.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; autopayId: string; name: string };

export function StopAutopay({ org, autopayId, name }: Props) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).autopays.stop.mutate({ commandKey, autopayId }),
    () => {
      toast(`Autopay of ${name} is stopped`);
      router.refresh();
    },
  );
  return (
    <details>
      <summary className="cursor-pointer text-link touch-target" aria-label={`Stop autopay of ${name}`}>
        Stop
      </summary>
      <p className="my-2 max-w-64 text-12 whitespace-normal text-soft">
        Nothing more is taken, also of what they were told of. They can set it up anew behind their link.
      </p>
      {fault ? <p className="text-12 text-late">{fault.message}</p> : null}
      <Button pending={pending} onClick={() => send(null)}>
        Stop it
      </Button>
    </details>
  );
}

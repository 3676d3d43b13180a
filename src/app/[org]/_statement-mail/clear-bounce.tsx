"use client";
// Says of an address that mail came back from that it is right again: runs mail it from now on.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

export function ClearBounce({ org, address }: { org: string; address: string }) {
  const router = useRouter();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).bounces.clear.mutate({ commandKey, address }),
    () => {
      toast(`${address} is mailed again`);
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
        aria-label={`Mail ${address} again`}
      >
        Mail it again
      </Button>
    </>
  );
}

"use client";
// Takes one customer out of a rehearsed run, or puts them in.
import { useRouter } from "next/navigation";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Entry = RouterOutputs["statementRuns"]["entries"]["rows"][number];

export function ChangeEntry({ org, runId, entry }: { org: string; runId: string; entry: Entry }) {
  const router = useRouter();
  const { accountId: entryId, customerName, state } = entry;
  const to = state === "ready" ? "left-out" : "ready";
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).statementRuns.changeEntry.mutate({ commandKey, runId, entryId, to }),
    () => {
      toast(to === "ready" ? `${customerName} is in the run` : `${customerName} is left out`);
      router.refresh();
    },
  );
  if (state !== "ready" && state !== "skipped") return null;
  return (
    <>
      <Button
        variant="quiet"
        pending={pending}
        aria-label={to === "ready" ? `Put in ${customerName}` : `Leave out ${customerName}`}
        onClick={() => send(null)}
      >
        {to === "ready" ? "Put in" : "Leave out"}
      </Button>
      {fault ? <p className="text-12 text-late">{fault.message}</p> : null}
    </>
  );
}

"use client";
// Does it: the button says what, and while something is open, why it can't yet.
import { useRouter } from "next/navigation";
import { useId } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { whyNot, type StillOpen } from "../import-words.ts";
import { usePlan } from "./plan-desk.tsx";

type Props = { org: string; fileId: string; look: StillOpen; effect: string | null };

export function ImportButton({ org, fileId, look, effect }: Props) {
  const { plan, isLooking } = usePlan();
  const router = useRouter();
  const why = useId();
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => api(org).imports.start.mutate({ commandKey, fileId }),
    () => router.refresh(),
  );
  const nothing = effect === null ? "Nothing in this file can be imported." : null;
  const reason = isLooking ? "The file is being read again." : (whyNot(look, plan.leaveFaulty) ?? nothing);
  return (
    <div className="grid gap-3">
      {fault ? <Notice tone="late">{fault.message}</Notice> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="max-w-full [&>button]:whitespace-normal">
          <Button
            variant="primary"
            pending={pending}
            aria-disabled={reason !== null || undefined}
            aria-describedby={why}
            onClick={() => reason === null && send(null)}
          >
            {effect ?? "Import"}
          </Button>
        </span>
        <p id={why} className="text-13 text-soft">
          {reason ?? "All of it or nothing; it can be undone while nothing was built on it."}
        </p>
      </div>
    </div>
  );
}

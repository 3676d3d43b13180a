"use client";
// In reach wherever one reads: the button that does it and says what, or why it can't yet; that the file is read again; and
// what of a change didn't get through.
import { useRouter } from "next/navigation";
import { useId } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { whyNot, type StillOpen } from "../import-words.ts";
import { Progress } from "../progress.tsx";
import { usePlan } from "./plan-desk.tsx";

type Props = {
  org: string;
  fileId: string;
  /** Which look is shown. */
  asked: number;
  look: StillOpen;
  /** What the button says; null where nothing would change. */
  effect: string | null;
  isAlreadyThere: boolean;
  progress: { done: number; of: number } | null;
};

export function ImportBar({ org, fileId, asked, look, effect, isAlreadyThere, progress }: Props) {
  const { plan, isLooking, fault, again } = usePlan();
  const router = useRouter();
  const why = useId();
  const start = useCommand(
    (_: null, commandKey) => api(org).imports.start.mutate({ commandKey, fileId, asked }),
    () => router.refresh(),
  );
  const nothing = effect === null ? "Nothing in this file can be imported." : null;
  const unsent = fault === null ? null : "Your last change hasn’t reached us yet.";
  const reason = isLooking
    ? "Reading the file again…"
    : (unsent ?? whyNot(look, plan.leaveFaulty) ?? nothing);
  return (
    <div className={BAR}>
      {fault === null ? null : (
        <Notice tone="late" title={fault}>
          <Button onClick={again}>Try again</Button>
        </Notice>
      )}
      {start.fault ? <Notice tone="late">{start.fault.message}</Notice> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {isAlreadyThere ? null : (
          <span className="[&>button]:whitespace-normal">
            <Button
              variant="primary"
              pending={start.pending}
              aria-disabled={reason !== null || undefined}
              aria-describedby={why}
              onClick={() => reason === null && start.send(null)}
            >
              {effect ?? "Import"}
            </Button>
          </span>
        )}
        <div id={why} className="min-w-0 text-13 text-soft">
          {isLooking ? (
            <Progress
              label="Reading the file again"
              words="Reading the file again…"
              done={progress?.done}
              of={progress?.of}
            />
          ) : (
            (reason ?? "All of it or nothing; it can be undone while nothing was built on it.")
          )}
        </div>
      </div>
    </div>
  );
}

const BAR =
  "sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 -mx-4 mt-7 grid gap-3 border-t border-line " +
  "bg-raised px-4 py-2.5 shadow-raised desk:bottom-0 desk:mx-0 print:hidden";

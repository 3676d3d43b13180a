"use client";
// While the file is looked at again: that it is, with what was found before still there; and what didn't get through.
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Progress } from "../progress.tsx";
import { usePlan } from "./plan-desk.tsx";

export function PlanState({ progress }: { progress: { done: number; of: number } | null }) {
  const { isLooking, fault, again } = usePlan();
  if (fault !== null) {
    return (
      <Notice tone="late" title={fault}>
        <Button onClick={again}>Try again</Button>
      </Notice>
    );
  }
  if (!isLooking) return null;
  return (
    // Beside the page: nothing on it jumps, and it is in sight wherever one reads.
    <div className="fixed inset-x-4 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-30 rounded-card border border-line bg-raised px-4 py-3 shadow-raised desk:inset-x-auto desk:right-6 desk:bottom-6 desk:w-72 print:hidden">
      <Progress
        label="Reading the file again"
        words="Reading the file again…"
        done={progress?.done}
        of={progress?.of}
      />
    </div>
  );
}

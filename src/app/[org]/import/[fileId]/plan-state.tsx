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
  return (
    // Its room is kept: nothing below jumps.
    <div className="min-h-8">
      {isLooking ? (
        <Progress
          label="Reading the file again"
          words="Reading the file again…"
          done={progress?.done}
          of={progress?.of}
        />
      ) : null}
    </div>
  );
}

"use client";
// One press that mends a whole group of cells: it says how they are to be read.
import type { FaultGroup } from "@/domain/imports/look.ts";
import { Button } from "@/ui/button.tsx";
import { usePlan } from "./plan-desk.tsx";

export function AnswerButton({ answer }: { answer: NonNullable<FaultGroup["answer"]> }) {
  const { change, isLooking } = usePlan();
  return (
    <Button pending={isLooking} onClick={() => change(answer.patch)}>
      {answer.label}
    </Button>
  );
}

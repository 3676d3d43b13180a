"use client";
// Rows with something wrong are left out only where somebody says so.
import { CheckField } from "@/ui/check-field.tsx";
import { usePlan } from "./plan-desk.tsx";

export function LeaveFaulty({ count }: { count: number }) {
  const { plan, change } = usePlan();
  const words = count === 1 ? "Leave the row with this error out" : "Leave the rows with these errors out";
  return (
    <CheckField
      label={words}
      hint="The rest is imported; they are counted and can be downloaded."
      checked={plan.leaveFaulty}
      onChange={({ currentTarget }) => change({ leaveFaulty: currentTarget.checked })}
    />
  );
}

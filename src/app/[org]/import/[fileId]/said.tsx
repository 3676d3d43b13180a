"use client";
// What somebody decided about this file, each to be asked again.
import type { ImportPlan, PlanPatch } from "@/domain/imports/plan.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { usePlan } from "./plan-desk.tsx";

type Answer = { words: string; again: PlanPatch };

export function Said({ plan }: { plan: ImportPlan }) {
  const { change, isLooking } = usePlan();
  const answers = answersIn(plan);
  if (answers.length === 0) return null;
  return (
    <Section id="said" title="What was answered">
      <Card>
        <ul className="divide-y divide-line">
          {answers.map(({ words, again }) => (
            <li
              key={words}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-1.5"
            >
              {words}
              <Button
                variant="quiet"
                pending={isLooking}
                aria-label={`Ask again: ${words}`}
                onClick={() => change(again)}
              >
                Ask again
              </Button>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

const DAYS = { dmy: "The day comes first", mdy: "The month comes first", ymd: "The year comes first" };

function answersIn({ days, decimal, round }: ImportPlan): Answer[] {
  return [
    ...(days ? [{ words: DAYS[days], again: { days: null } }] : []),
    ...(decimal
      ? [
          {
            words: decimal === "," ? "A comma is the decimal sign" : "A point is the decimal sign",
            again: { decimal: null },
          },
        ]
      : []),
    ...(round ? [{ words: "Amounts with more decimals are rounded", again: { round: false } }] : []),
  ];
}

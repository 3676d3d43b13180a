"use client";
// What stands where a page couldn't be shown. Every page brings it along and hardly anybody sees it, so the words come
// when it happens; where they can't, this much is here.
import { useLater } from "@/ui/use-later.ts";
import type { TroubleProps } from "./trouble.tsx";

const loadTrouble = () => import("./trouble.tsx");

export function TroubleLater(props: TroubleProps) {
  const words = useLater(loadTrouble, true);
  if (words) return <words.Trouble {...props} />;
  return (
    <div className="grid justify-items-center gap-4 px-6 py-12">
      <h1>This page couldn’t be shown</h1>
      <button type="button" onClick={props.retry} className="text-link touch-target">
        Try again
      </button>
    </div>
  );
}

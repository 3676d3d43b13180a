"use client";
// Moves the focus to what an act has just drawn, once it is there.
import { useCallback, useEffect, useRef, useState } from "react";

export function useFocusSoon() {
  const area = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [, drawAgain] = useState(0);
  useEffect(() => {
    if (wanted.current === null) return;
    const goal = area.current?.querySelector<HTMLElement>(wanted.current);
    if (!goal) return;
    wanted.current = null;
    goal.focus();
    if (goal instanceof HTMLInputElement && goal.type !== "checkbox") goal.select();
  });
  const focusSoon = useCallback((where: string) => {
    wanted.current = where;
    drawAgain((times) => times + 1);
  }, []);
  return { area, focusSoon };
}

"use client";
// A part of a page that most people never ask for is sent when it is first wanted; asked for until it has come, so that a
// network that stumbles costs a moment and not the part.
import { useEffect, useState } from "react";

const AGAIN_MS = 3000;

/** `load` is one function for good, such as `() => import("./part.tsx")` outside of a component. */
export function useLater<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<{ part: Part } | null>(null);
  const missing = wanted && part === null;
  useEffect(() => {
    if (!missing) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = () => {
      void load().then(
        (part) => isOver || setPart({ part }),
        () => {
          if (!isOver) again = setTimeout(ask, AGAIN_MS);
        },
      );
    };
    ask();
    return () => {
      isOver = true;
      clearTimeout(again);
    };
  }, [load, missing]);
  return part?.part ?? null;
}

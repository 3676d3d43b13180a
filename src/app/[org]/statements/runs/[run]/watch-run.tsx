"use client";
// Draws a run's page anew whenever it has moved, as the server says by itself; where that can't be had, it asks every so often.
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { RefreshWhile } from "@/ui/refresh-while.tsx";

/** A page is drawn anew this often at most. */
const CALM_MS = 700;

type Props = { progress: string; waiting: boolean };

export function WatchRun({ progress, waiting }: Props) {
  const router = useRouter();
  const [alone, setAlone] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const source = new EventSource(progress);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        if (document.visibilityState === "visible") router.refresh();
      }, CALM_MS);
    };
    source.addEventListener("moved", moved);
    source.addEventListener("over", () => {
      source.close();
      router.refresh();
    });
    source.addEventListener("error", () => {
      // One that was closed in its turn is opened anew by the browser; one that was refused isn't.
      if (source.readyState === EventSource.CLOSED) setAlone(true);
    });
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [progress, waiting, router]);
  return <RefreshWhile waiting={waiting && alone} slowestMs={2000} />;
}

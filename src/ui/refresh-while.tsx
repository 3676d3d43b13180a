"use client";
// Looks again, ever more slowly, while something is on its way; not while nobody looks, and not while the server isn't well:
// what was typed on the page would go with it.
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const FIRST_MS = 1000;
const SLOWEST_MS = 15_000;

/** `slowestMs` where somebody watches a bar that moves. */
type Props = { waiting: boolean; slowestMs?: number };

export function RefreshWhile({ waiting, slowestMs = SLOWEST_MS }: Props) {
  const router = useRouter();
  useEffect(() => {
    if (!waiting) return;
    let pause = FIRST_MS;
    let timer = setTimeout(lookAgain, pause);
    function lookAgain() {
      if (document.visibilityState === "visible") void isReady().then((ready) => ready && router.refresh());
      pause = Math.min(slowestMs, pause * 1.5);
      timer = setTimeout(lookAgain, pause);
    }
    return () => clearTimeout(timer);
  }, [waiting, slowestMs, router]);
  return null;
}

async function isReady(): Promise<boolean> {
  return fetch("/api/health/ready").then(
    (answer) => answer.ok,
    () => false,
  );
}

"use client";
// Looks again, ever more slowly, while a mail is on its way; not while nobody looks, and not while the server isn't well:
// what was typed on the page would go with it.
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const FIRST_MS = 1000;
const SLOWEST_MS = 15_000;

export function RefreshWhile({ waiting }: { waiting: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!waiting) return;
    let pause = FIRST_MS;
    let timer = setTimeout(lookAgain, pause);
    function lookAgain() {
      if (document.visibilityState === "visible") void isReady().then((ready) => ready && router.refresh());
      pause = Math.min(SLOWEST_MS, pause * 1.5);
      timer = setTimeout(lookAgain, pause);
    }
    return () => clearTimeout(timer);
  }, [waiting, router]);
  return null;
}

async function isReady(): Promise<boolean> {
  return fetch("/api/health/ready").then(
    (answer) => answer.ok,
    () => false,
  );
}

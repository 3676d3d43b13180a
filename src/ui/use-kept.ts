"use client";
// Leaving a page and coming back loses nothing that was typed: the form is found again as it was, and says so.
import { useEffect, useRef, useState } from "react";
import { keptForm } from "./kept-form.ts";
import { useSignedIn } from "./signed-in.tsx";

type Options<Typed> = {
  now: Typed;
  isBlank: (typed: Typed) => boolean;
  /** Called once for each place, with what was kept there; null is nothing. */
  restore: (then: Typed | null) => void;
};

/**
 * Each place has its own: where `place` changes, what was typed stays with the one before, and what waits at the new one is
 * there. Only after `goAlong` (somebody chose, in this very form, whose it is) does it go with them, where nothing waits.
 */
export function useKept<Typed>(place: readonly string[], { now, isBlank, restore }: Options<Typed>) {
  const userId = useSignedIn();
  const at = [userId, ...place].join("\n");
  const kept = keptForm<Typed>(userId, place);
  /** Where what is on the screen is kept; null until it was looked up. */
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [isRestored, setRestored] = useState(false);
  const latest = useRef({ kept, now, isBlank, restore });
  useEffect(() => {
    latest.current = { kept, now, isBlank, restore };
  });
  const before = useRef<typeof kept | null>(null);
  const goesAlong = useRef(false);
  useEffect(() => {
    const { kept, now, isBlank, restore } = latest.current;
    const then = kept.read();
    const takes = goesAlong.current && then === null && !isBlank(now);
    goesAlong.current = false;
    if (before.current && takes) {
      kept.key.keep(before.current.key.read());
      kept.keep(now);
      before.current.forget();
      setRestored(false);
    } else {
      restore(then);
      setRestored(then !== null);
    }
    before.current = kept;
    setKeptAt(at);
  }, [at]);
  const text = JSON.stringify(now);
  useEffect(() => {
    const { kept, now, isBlank } = latest.current;
    if (keptAt === at) kept.keep(isBlank(now) ? null : now);
  }, [at, keptAt, text]);
  return {
    isRestored,
    key: kept.key,
    goAlong() {
      goesAlong.current = true;
    },
    forget() {
      kept.forget();
      setRestored(false);
    },
  };
}

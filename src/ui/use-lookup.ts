"use client";
// Looks things up while one types: after a short pause, and an answer that was overtaken is dropped. Who presses Enter
// sooner than that (a scanner does) gets the answer that is on its way. What couldn't be looked up is said.
import { useCallback, useEffect, useRef, useState } from "react";
import { faultOf } from "./use-command.ts";

const PAUSE_MS = 120;

export function useLookup<Row>(find: (search: string) => Promise<readonly Row[]>) {
  const [found, setFound] = useState<readonly Row[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  const foundFor = useRef("");
  const finder = useRef(find);
  useEffect(() => {
    finder.current = find;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const answer = useCallback((rows: readonly Row[] | null, fault: string | null) => {
    setFound(rows);
    setFailed(fault);
    setAt(0);
  }, []);

  const close = useCallback(() => {
    clearTimeout(timer.current);
    asked.current++;
    foundFor.current = "";
    answer(null, null);
  }, [answer]);

  const ask = useCallback(
    async (search: string): Promise<readonly Row[] | null> => {
      clearTimeout(timer.current);
      const mine = ++asked.current;
      try {
        const rows = await finder.current(search);
        if (mine !== asked.current) return null;
        foundFor.current = search;
        answer(rows, null);
        return rows;
      } catch (error) {
        if (mine === asked.current) answer(null, faultOf(error).message);
        return null;
      }
    },
    [answer],
  );

  const search = useCallback(
    (text: string) => {
      clearTimeout(timer.current);
      asked.current++;
      const search = text.trim().slice(0, 200);
      if (search === "") return close();
      timer.current = setTimeout(() => void ask(search), PAUSE_MS);
    },
    [ask, close],
  );
  /** What is found for exactly this text: at once when it is on the screen, else asked now. */
  const settle = useCallback(
    async (text: string): Promise<readonly Row[] | null> => {
      const search = text.trim().slice(0, 200);
      if (search === "") return null;
      return found && foundFor.current === search ? found : ask(search);
    },
    [ask, found],
  );
  return { found, failed, at, setAt, search, settle, close };
}

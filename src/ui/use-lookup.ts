"use client";
// Looks things up while one types: after a short pause, and an answer that was overtaken is dropped. Who presses Enter
// sooner than that (a scanner does) gets the answer that is on its way.
import { useCallback, useEffect, useRef, useState } from "react";

const PAUSE_MS = 120;

export function useLookup<Row>(find: (search: string) => Promise<readonly Row[]>) {
  const [found, setFound] = useState<readonly Row[] | null>(null);
  const [at, setAt] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  const foundFor = useRef("");
  const finder = useRef(find);
  useEffect(() => {
    finder.current = find;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const close = useCallback(() => {
    clearTimeout(timer.current);
    asked.current++;
    foundFor.current = "";
    setFound(null);
  }, []);

  const ask = useCallback(async (search: string): Promise<readonly Row[] | null> => {
    clearTimeout(timer.current);
    const mine = ++asked.current;
    const rows = await finder.current(search).catch(() => null);
    if (mine !== asked.current) return null;
    foundFor.current = search;
    setFound(rows);
    setAt(0);
    return rows;
  }, []);

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
  return { found, at, setAt, search, settle, close };
}

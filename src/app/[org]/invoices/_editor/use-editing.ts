"use client";
// The draft as it stands on the screen: its texts and its lines, each with a key of its own while the page is open.
import { useCallback, useState } from "react";
import type { Draft, DraftLine } from "@/domain/invoices/draft.ts";
import { MOST_LINES } from "@/domain/invoices/invoice-total.ts";

export type KeyedLine = DraftLine & { key: number };
export type Edited = Omit<Draft, "lines"> & { lines: readonly KeyedLine[] };

/** Behind those that a page is drawn with, which are numbered alike on the server and in the browser. */
let lastKey = MOST_LINES;
const keyed = (line: DraftLine): KeyedLine => ({ ...line, key: ++lastKey });
const keyedDraft = (draft: Draft): Edited => ({ ...draft, lines: draft.lines.map(keyed) });
const drawn = (draft: Draft): Edited => ({
  ...draft,
  lines: draft.lines.map((line, at) => ({ ...line, key: at + 1 })),
});

export function useEditing(given: Draft) {
  const [draft, setDraft] = useState<Edited>(() => drawn(given));
  const patch = useCallback(
    (part: Partial<Omit<Draft, "lines">>) => setDraft((now) => ({ ...now, ...part })),
    [],
  );
  const setLines = useCallback(
    (change: (lines: readonly KeyedLine[]) => readonly KeyedLine[]) =>
      setDraft((now) => ({ ...now, lines: change(now.lines) })),
    [],
  );
  const changeLine = useCallback(
    (key: number, part: Partial<DraftLine>) =>
      setLines((lines) => lines.map((line) => (line.key === key ? { ...line, ...part } : line))),
    [setLines],
  );
  const removeLine = useCallback(
    (key: number) => setLines((lines) => lines.filter((line) => line.key !== key)),
    [setLines],
  );
  const moveLine = useCallback(
    (key: number, by: -1 | 1) => setLines((lines) => moved(lines, key, by)),
    [setLines],
  );
  const replace = useCallback((next: Draft) => setDraft(keyedDraft(next)), []);
  return {
    draft,
    patch,
    changeLine,
    removeLine,
    moveLine,
    /** Answers with their keys. */
    addLines(added: readonly DraftLine[]): number[] {
      const more = added.map(keyed);
      setLines((lines) => [...lines, ...more]);
      return more.map((line) => line.key);
    },
    replace,
    /** Each line as it stands then. */
    changeLines: (change: (line: KeyedLine) => KeyedLine) => setLines((lines) => lines.map(change)),
  };
}

function moved(lines: readonly KeyedLine[], key: number, by: -1 | 1): readonly KeyedLine[] {
  const from = lines.findIndex((line) => line.key === key);
  const line = lines[from];
  const other = lines[from + by];
  if (!line || !other) return lines;
  return lines.map((each) => (each === line ? other : each === other ? line : each));
}

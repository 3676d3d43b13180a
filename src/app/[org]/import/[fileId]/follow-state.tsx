"use client";
// Says aloud what became of the file, and moves the keyboard there, unless somebody is busy in a field meanwhile.
import { useEffect, useRef } from "react";
import { countOf } from "@/domain/count-of.ts";
import type { ImportState } from "../imported-file.ts";

/** Where each part of the page begins; it can have the focus. */
export const RESULT = "import-result";

export function FollowState({ state, questions }: { state: ImportState; questions: number }) {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (isBusy(document.activeElement)) return;
    const first = document.querySelector<HTMLElement>("[data-question]");
    const target = state === "ready" && first ? first : document.getElementById(RESULT);
    target?.focus();
  }, [state]);
  return (
    <p role="status" className="sr-only">
      {wordsFor(state, questions)}
    </p>
  );
}

function wordsFor(state: ImportState, questions: number): string {
  switch (state) {
    case "looking":
      return "The file is being read.";
    case "ready":
      return questions > 0 ? `The file was read: ${countOf(questions, "question")}.` : "The file was read.";
    case "importing":
      return "The file is being imported.";
    case "imported":
      return "The file was imported.";
    case "undoing":
      return "The import is being undone.";
    case "undone":
      return "The import was undone.";
    case "failed":
      return "";
  }
}

const isBusy = (element: Element | null): boolean =>
  element !== null && element.matches("input:not([type=radio]), select, textarea, dialog *");

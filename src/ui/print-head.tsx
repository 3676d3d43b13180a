"use client";
// What stands at the top of each printed page (globals.css, @page).
import { useEffect } from "react";

export function PrintHead({ words }: { words: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    // A text in CSS is quoted and escaped as in JSON.
    style.setProperty("--print-head", JSON.stringify(words));
    return () => {
      style.removeProperty("--print-head");
    };
  }, [words]);
  return null;
}

"use client";
// A page inside the shell that couldn't be shown: the shell stays, so that one can go on elsewhere.
import type { ErrorProps } from "../trouble.tsx";
import { TroubleLater } from "../trouble-later.tsx";

export default function SectionError(props: ErrorProps) {
  return (
    <div className="rounded-card border border-line bg-card">
      <TroubleLater
        {...props}
        title="This page couldn’t be shown"
        words="Something went wrong on our side. Your books are untouched."
      />
    </div>
  );
}

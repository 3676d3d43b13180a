"use client";
// A page that couldn't be shown.
import type { ErrorProps } from "./trouble.tsx";
import { TroubleLater } from "./trouble-later.tsx";

export default function ErrorPage(props: ErrorProps) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <TroubleLater
        {...props}
        title="Something went wrong on our side"
        words="Nothing was half-saved: a change is made whole or not at all."
      />
    </main>
  );
}

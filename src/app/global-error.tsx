"use client";
// The last resort, when even the page around every page failed: it brings its own html and style, and needs nothing more.
import "./globals.css";
import type { ErrorProps } from "./trouble.tsx";

export default function GlobalError({ error, retry }: ErrorProps) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6">
        <title>Something went wrong · Onaccount</title>
        <h1 className="text-16 font-medium">Something went wrong on our side</h1>
        <p>
          Nothing was half-saved: a change is made whole or not at all.
          {error.digest ? ` If it happens again, tell us the number ${error.digest}.` : null}
        </p>
        <button type="button" onClick={retry} className="text-link touch-target">
          Try again
        </button>
      </body>
    </html>
  );
}

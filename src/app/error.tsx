"use client";
// Our mistake, said plainly. Changes are all or nothing, so nothing is half done; the number finds the log line.
import { Button } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";

export type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorProps) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <title>Something went wrong · Onaccount</title>
      <h1 className="sr-only">Something went wrong</h1>
      <Empty
        title="Something went wrong on our side"
        action={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Nothing was half-saved: a change is made whole or not at all.
        {error.digest ? ` If it happens again, tell us the number ${error.digest}.` : null}
      </Empty>
    </main>
  );
}

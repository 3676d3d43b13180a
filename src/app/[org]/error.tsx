"use client";
// A page inside the shell that failed: the shell stays, so that one can go on elsewhere.
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function SectionError({ error, reset }: Props) {
  return (
    <Card>
      <title>Something went wrong · Onaccount</title>
      <h1 className="sr-only">Something went wrong</h1>
      <Empty
        title="This page couldn’t be shown"
        action={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Something went wrong on our side. Your books are untouched.
        {error.digest ? ` If it happens again, tell us the number ${error.digest}.` : null}
      </Empty>
    </Card>
  );
}

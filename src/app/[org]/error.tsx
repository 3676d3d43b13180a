"use client";
// A page inside the shell that couldn't be shown: the shell stays, so that one can go on elsewhere.
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import type { ErrorProps } from "../error.tsx";
import { troubleWords } from "../trouble-words.ts";

export default function SectionError({ error, retry }: ErrorProps) {
  const trouble = troubleWords(error.digest);
  const title = trouble?.title ?? "This page couldn’t be shown";
  return (
    <Card>
      <title>{`${trouble ? title : "Something went wrong"} · Onaccount`}</title>
      <h1 className="sr-only">{title}</h1>
      <Empty
        title={title}
        action={
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        {trouble?.words ?? "Something went wrong on our side. Your books are untouched."}
        {!trouble && error.digest ? ` If it happens again, tell us the number ${error.digest}.` : null}
      </Empty>
    </Card>
  );
}

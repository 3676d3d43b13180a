"use client";
// A page that couldn't be shown, said plainly: trouble that passes, or our mistake. Changes are all or nothing, so nothing
// is half done; the number finds the log line.
import { Button } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { troubleWords } from "./trouble-words.ts";

export type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorProps) {
  const trouble = troubleWords(error.digest);
  const title = trouble?.title ?? "Something went wrong on our side";
  return (
    <main className="grid min-h-dvh place-items-center">
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
        {trouble?.words ?? "Nothing was half-saved: a change is made whole or not at all."}
        {!trouble && error.digest ? ` If it happens again, tell us the number ${error.digest}.` : null}
      </Empty>
    </main>
  );
}

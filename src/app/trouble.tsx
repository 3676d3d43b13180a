"use client";
// Why a page couldn't be shown, said plainly: trouble that passes, or our mistake. Changes are all or nothing, so nothing
// is half done; the number finds the log line.
import { Button } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import { troubleWords } from "./trouble-words.ts";

export type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** `title` and `words` are said where it was our mistake. */
export type TroubleProps = ErrorProps & { title: string; words: string };

export function Trouble({ error, retry, title, words }: TroubleProps) {
  const trouble = troubleWords(error.digest);
  const said = trouble?.title ?? title;
  return (
    <>
      <title>{`${trouble ? said : "Something went wrong"} · Onaccount`}</title>
      <h1 className="sr-only">{said}</h1>
      <Empty
        title={said}
        action={
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        {trouble?.words ?? words}
        {!trouble && error.digest ? ` If it happens again, tell us the number ${error.digest}.` : null}
      </Empty>
    </>
  );
}

"use client";
// A file that is being read or imported: how many of its rows are done, and a way to stop.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import type { WorkingState } from "@/domain/imports/file.ts";
import { toImport } from "../../_shell/links.ts";
import { Progress } from "../progress.tsx";
import { RESULT } from "./follow-state.tsx";

type Props = {
  org: string;
  fileId: string;
  state: WorkingState;
  progress: { done: number; of: number } | null;
};

export function Waiting({ org, fileId, state, progress }: Props) {
  const router = useRouter();
  const words = WORDS[state];
  const stop = useCommand(
    (_: null, commandKey) =>
      state !== "looking"
        ? api(org).imports.cancel.mutate({ commandKey, fileId })
        : api(org).imports.discard.mutate({ commandKey, fileId }),
    () => (state !== "looking" ? router.refresh() : router.push(toImport(org))),
  );
  return (
    <Card padded>
      <section id={RESULT} tabIndex={-1} aria-label={words.label} className="grid gap-4">
        {stop.fault ? <Notice tone="late">{stop.fault.message}</Notice> : null}
        <Progress
          label={words.label}
          done={progress?.done}
          of={progress?.of}
          words={wordsFor(words, progress)}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button pending={stop.pending} onClick={() => stop.send(null)}>
            Cancel
          </Button>
          <p className="text-13 text-soft">{words.promise} You may leave this page; it goes on.</p>
        </div>
      </section>
    </Card>
  );
}

const WORDS: Record<WorkingState, { label: string; begins: string; what: string; promise: string }> = {
  looking: {
    label: "Reading the file",
    begins: "Reading the file…",
    what: " rows",
    promise: "Nothing is posted yet.",
  },
  importing: {
    label: "Importing",
    begins: "Beginning…",
    // Rows while the file is read, entries while they are posted.
    what: "",
    promise: "All of it is posted or nothing.",
  },
  undoing: {
    label: "Undoing the import",
    begins: "Beginning…",
    what: " entries",
    promise: "All of it is taken back or nothing.",
  },
};

function wordsFor({ begins, what }: (typeof WORDS)[WorkingState], progress: Props["progress"]): string {
  if (!progress || progress.of === 0) return begins;
  const [done, of] = [progress.done, progress.of].map((count) => count.toLocaleString("en-US"));
  return `${done} of ${of}${what}`;
}

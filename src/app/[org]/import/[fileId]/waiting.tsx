"use client";
// A file that is being read or imported: how many of its rows are done, and a way to stop.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toImport } from "../../_shell/links.ts";
import { Progress } from "../progress.tsx";
import { RESULT } from "./follow-state.tsx";

type Props = {
  org: string;
  fileId: string;
  state: "looking" | "importing";
  progress: { done: number; of: number } | null;
};

export function Waiting({ org, fileId, state, progress }: Props) {
  const router = useRouter();
  const isImport = state === "importing";
  const stop = useCommand(
    (_: null, commandKey) =>
      isImport
        ? api(org).imports.cancel.mutate({ commandKey, fileId })
        : api(org).imports.discard.mutate({ commandKey, fileId }),
    () => (isImport ? router.refresh() : router.push(toImport(org))),
  );
  return (
    <Card padded>
      <section id={RESULT} tabIndex={-1} aria-label={isImport ? "Import" : "Reading"} className="grid gap-4">
        {stop.fault ? <Notice tone="late">{stop.fault.message}</Notice> : null}
        <Progress
          label={isImport ? "Importing" : "Reading the file"}
          done={progress?.done}
          of={progress?.of}
          words={wordsFor(isImport, progress)}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button pending={stop.pending} onClick={() => stop.send(null)}>
            Cancel
          </Button>
          <p className="text-13 text-soft">
            {isImport ? "All of it is posted or nothing. " : "Nothing is posted yet. "}
            You may leave this page; it goes on.
          </p>
        </div>
      </section>
    </Card>
  );
}

function wordsFor(isImport: boolean, progress: Props["progress"]): string {
  if (!progress || progress.of === 0) return isImport ? "Beginning…" : "Reading the file…";
  const [done, of] = [progress.done, progress.of].map((count) => count.toLocaleString("en-US"));
  return `${done} of ${of} rows`;
}

"use client";
// What can be done with a run where it stands: approve or call off, print, try again what failed.
import { FileText } from "lucide-react";
import { useRouter } from "next/navigation";
import { countOf } from "@/domain/count-of.ts";
import { PRINTED_AT_ONCE } from "@/domain/statements/run.ts";
import { api } from "@/server/client.ts";
import { Button, NewTabLink } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { toRunPaper } from "../../../_shell/run-links.ts";
import type { ShownRun } from "./shown-run.ts";

type Props = { org: string; run: ShownRun };

export function RunActions({ org, run }: Props) {
  const { state, figures } = run;
  return (
    <>
      {state === "rehearsing" || state === "rehearsed" || state === "running" ? (
        <Cancel org={org} run={run} />
      ) : null}
      {state === "rehearsed" && figures.ready > 0 ? <Approve org={org} run={run} /> : null}
      {state === "done" && figures.failed > 0 ? <Retry org={org} run={run} /> : null}
      {state === "done" || state === "cancelled" ? <Print org={org} run={run} /> : null}
    </>
  );
}

/** A part each five hundred. */
function Print({ org, run: { runId, toPrint, deliver } }: Props) {
  const parts = Array.from({ length: Math.ceil(toPrint / PRINTED_AT_ONCE) }, (_, n) => n + 1);
  const what = deliver === "mail" ? "Print those without an address" : "Print all";
  return parts.map((part) => (
    <NewTabLink key={part} href={toRunPaper(org, runId, { part: part > 1 ? String(part) : null })}>
      <FileText aria-hidden="true" />
      {parts.length === 1
        ? what
        : `Print ${(part - 1) * PRINTED_AT_ONCE + 1}–${Math.min(part * PRINTED_AT_ONCE, toPrint)}`}
    </NewTabLink>
  ));
}

function Approve({ org, run }: Props) {
  const { runId, deliver, figures } = run;
  const statements = countOf(figures.ready, "statement");
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).statementRuns.approve.mutate({ commandKey, runId }),
    () => `${statements} are being made`,
  );
  return (
    <>
      <Button variant="primary" onClick={ask}>
        Approve
      </Button>
      <ConfirmDialog
        title={`Make ${statements}?`}
        button={deliver === "mail" ? "Make and e-mail" : "Make"}
        variant="primary"
        keep="Not yet"
        {...asked}
      >
        <p>
          Each gets its number and is kept as it is on that day, with whatever was recorded until it is made.
          {deliver === "mail" ? " Those with an address are mailed." : ""} No money moves.
        </p>
        {figures.withExceptions > 0 ? (
          <p className="text-soft">{countOf(figures.withExceptions, "customer")} had something to look at.</p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

function Cancel({ org, run: { runId, state } }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).statementRuns.cancel.mutate({ commandKey, runId }),
    () => "The run is cancelled",
  );
  return (
    <>
      <Button onClick={ask}>Cancel the run</Button>
      <ConfirmDialog title="Cancel this run?" button="Cancel the run" keep="Let it be" {...asked}>
        <p>
          {state === "running"
            ? "It stops where it is: statements that are made stay, and mails that were queued go out. No further one is made or mailed."
            : "Nothing was made yet, and nothing will be."}
        </p>
      </ConfirmDialog>
    </>
  );
}

function retriedWords(retried: number, state: ShownRun["state"]): string {
  if (retried === 0) return "Looked at again: none goes along. Each says why below.";
  const are = `${countOf(retried, "statement")} ${retried === 1 ? "is" : "are"}`;
  return state === "rehearsed" ? `${are} ready; look at them, then approve` : `${are} tried again`;
}

function Retry({ org, run: { runId } }: Props) {
  const router = useRouter();
  const { send, pending } = useCommand(
    (_: null, commandKey) => api(org).statementRuns.retry.mutate({ commandKey, runId }),
    ({ retried, state }) => {
      toast(retriedWords(retried, state));
      router.refresh();
    },
  );
  return (
    <Button variant="primary" pending={pending} onClick={() => send(null)}>
      Try the failed again
    </Button>
  );
}

"use client";
// The facts of a job, and in their place the form that edits them.
import { Pencil } from "lucide-react";
import { useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import type { JobField } from "@/domain/jobs/job.ts";
import type { Notation } from "@/domain/values/written-number.ts";
import { Button } from "@/ui/button.tsx";
import { useSignedIn } from "@/ui/signed-in.tsx";
import type { Drawn } from "@/ui/use-edit.ts";
import type { JobChoices } from "../job-fields.tsx";
import { JobForm, type Manager } from "./job-form.tsx";
import { keptJob } from "./kept-job.ts";

type Props = {
  org: string;
  jobId: string;
  notation: Notation;
  drawn: Drawn<JobField>;
  /** null for whoever may only look. */
  choices: JobChoices | null;
  manager: Manager | null;
  children: ReactNode;
};

const never = () => () => {};

export function EditJob({ org, jobId, notation, drawn, choices, manager, children }: Props) {
  const userId = useSignedIn();
  const [chosen, setEditing] = useState<boolean | null>(null);
  // What was left in the middle is gone on with.
  const isLeft = useSyncExternalStore(
    never,
    () => choices !== null && keptJob(userId, org, jobId).read() !== null,
    () => false,
  );
  const editing = choices !== null && (chosen ?? isLeft);
  const button = useRef<HTMLDivElement>(null);
  function close() {
    setEditing(false);
    requestAnimationFrame(() => button.current?.querySelector("button")?.focus());
  }
  return (
    <section
      aria-labelledby="about-title"
      className="mt-7 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <div className="mb-4 flex min-h-9 items-center gap-2">
        <h2 id="about-title" className="text-14 font-semibold">
          {editing ? "Edit job" : "About"}
        </h2>
        {choices && !editing ? (
          <div ref={button} className="ml-auto print:hidden">
            <Button onClick={() => setEditing(true)}>
              <Pencil aria-hidden="true" />
              Edit
            </Button>
          </div>
        ) : null}
      </div>
      {editing ? (
        <JobForm
          org={org}
          jobId={jobId}
          notation={notation}
          drawn={drawn}
          choices={choices}
          manager={manager}
          done={close}
        />
      ) : (
        children
      )}
    </section>
  );
}

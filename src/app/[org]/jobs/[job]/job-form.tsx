"use client";
// Edits a job in place. A version that went stale says what changed, and keeps what was typed.
import { useRouter } from "next/navigation";
import { useEffect, useRef, type FormEvent } from "react";
import { JOB_FIELDS, jobTyped, type JobField, type JobTexts } from "@/domain/jobs/job.ts";
import { typedNumber, type Notation } from "@/domain/values/written-number.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { EditConflictNotice } from "@/ui/edit-conflict.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { ctrlEnterSends } from "@/ui/form-sends.ts";
import { RestoredNotice } from "@/ui/restored-notice.tsx";
import { toast } from "@/ui/toast.tsx";
import type { Drawn } from "@/ui/use-edit.ts";
import { useKeptEdit } from "@/ui/use-kept-edit.ts";
import { JobFields, type JobChoices } from "../job-fields.tsx";
import { placeOfJob } from "./kept-job.ts";

export type Manager = { managerId: string; name: string };

type Props = {
  org: string;
  jobId: string;
  notation: Notation;
  drawn: Drawn<JobField>;
  choices: JobChoices;
  manager: Manager | null;
  done: () => void;
};

export function JobForm({ org, jobId, notation, drawn, choices, manager, done }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { edit, isRestored, forget } = useKeptEdit(placeOfJob(org, jobId), {
    drawn,
    save: ({ version, texts }, commandKey) =>
      api(org).jobs.edit.mutate({ commandKey, jobId, version, ...jobTyped(texts, notation) }),
    done() {
      toast("Saved");
      done();
      router.refresh();
    },
    shown: (now) => inNumbersOf(now, notation.locale),
  });
  const { fault, editConflict } = edit;
  useEffect(() => form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus(), []);
  useEffect(() => {
    if (editConflict) form.current?.scrollIntoView({ block: "start" });
  }, [editConflict]);

  function close() {
    forget();
    done();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    edit.submit();
  }
  const isHere = choices.members.some(({ userId }) => userId === manager?.managerId);
  const nameOf = (managerId: string) =>
    choices.members.find(({ userId }) => userId === managerId)?.name ??
    (managerId === manager?.managerId ? manager.name : managerId);
  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={ctrlEnterSends}
      noValidate
      className="grid scroll-mt-20 gap-5"
    >
      <FaultNotice fault={fault} />
      {isRestored ? <RestoredNotice onDiscard={close} /> : null}
      <EditConflictNotice
        edit={edit}
        words={JOB_FIELDS}
        tell={(field, text) => (field === "managerId" && text !== "" ? nameOf(text) : text)}
      />
      <JobFields
        texts={edit.texts}
        onType={edit.type}
        errors={fault?.fields ?? {}}
        choices={choices}
        currency={notation.currency}
        gone={isHere ? null : manager}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" pending={edit.pending}>
          Save
        </Button>
      </div>
    </form>
  );
}

/** What others saved comes with a point. */
const inNumbersOf = (now: JobTexts, locale: string): JobTexts => ({
  ...now,
  limitCents: typedNumber(now.limitCents, locale),
  contractCents: typedNumber(now.contractCents, locale),
  retainageWork: typedNumber(now.retainageWork, locale),
  retainageStored: typedNumber(now.retainageStored, locale),
});

"use client";
// A new job of the customer who is billed, without leaving the invoice: a name is enough, its contract can follow.
import { useRef, useState, type FormEvent } from "react";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { useCommand } from "@/ui/use-command.ts";

/** Who runs it: whoever bills the own jobs only runs what they add. */
export type JobAdding = { managerId: string | null };
type CreatedJob = RouterOutputs["jobs"]["create"];

type Props = JobAdding & { org: string; customerId: string; onCreated: (job: CreatedJob) => void };

export function NewJob({ onCreated, ...form }: Props) {
  const [open, setOpen] = useState(false);
  function created(job: CreatedJob) {
    setOpen(false);
    onCreated(job);
  }
  return (
    <div role="presentation" onKeyDown={(event) => open && event.stopPropagation()}>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        New job
      </Button>
      {open ? (
        <Dialog title="New job" open onClose={() => setOpen(false)}>
          <NewJobForm {...form} onCreated={created} onClose={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </div>
  );
}

function NewJobForm({ org, customerId, managerId, onCreated, onClose }: Props & { onClose: () => void }) {
  const [name, setName] = useState("");
  const [number, setNumber] = useState("");
  const [unnamed, setUnnamed] = useState(false);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).jobs.create.mutate({
        commandKey,
        customerId,
        managerId,
        name: name.trim(),
        number: number.trim(),
      }),
    onCreated,
  );
  const form = useRef<HTMLFormElement>(null);
  const fields = fault?.fields ?? {};

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setUnnamed(name.trim() === "");
    if (name.trim() !== "") send(null);
    else form.current?.querySelector<HTMLElement>("[name=name]")?.focus();
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      <FaultNotice fault={fault} />
      <Field
        label="Name"
        name="name"
        autoComplete="off"
        maxLength={200}
        required
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={unnamed ? "Enter a name." : fields["name"]}
      />
      <Field
        label="Number"
        name="number"
        autoComplete="off"
        maxLength={60}
        hint="Left empty: the next of your series."
        value={number}
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        error={fields["number"]}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          Add job
        </Button>
      </div>
    </form>
  );
}

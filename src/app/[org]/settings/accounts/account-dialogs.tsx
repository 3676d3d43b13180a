"use client";
// Adds an account of the business's own, and calls one otherwise.
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { CHART_KINDS, KIND_WORDS, type ChartKind } from "@/domain/ledger/chart.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { EditConflictNotice } from "@/ui/edit-conflict.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { focusOnError } from "@/ui/focus-on-error.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { useEdit } from "@/ui/use-edit.ts";

export function AddAccount({ org }: { org: string }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        Add account
      </Button>
      <Dialog title="Add account" open={open} onClose={close}>
        <AddForm org={org} done={close} />
      </Dialog>
    </>
  );
}

type Typed = { code: string; name: string; kind: ChartKind };

function AddForm({ org, done }: { org: string; done: () => void }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({ code: "", name: "", kind: "revenue" });
  const { send, pending, fault } = useCommand(
    (given: Typed, commandKey) => api(org).chart.create.mutate({ commandKey, ...given }),
    () => {
      toast(`${typed.code.trim()} ${typed.name.trim()} added`);
      done();
      router.refresh();
    },
  );
  useEffect(() => focusOnError(form.current, fault), [fault]);
  function submit(event: FormEvent) {
    event.preventDefault();
    send(typed);
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      <FaultNotice fault={fault} />
      <Field
        label="Number"
        name="code"
        autoComplete="off"
        maxLength={20}
        hint="Nobody can change it later."
        value={typed.code}
        onChange={(event) => setTyped({ ...typed, code: event.target.value })}
        error={fault?.fields["code"]}
        required
      />
      <Field
        label="Name"
        name="name"
        autoComplete="off"
        maxLength={80}
        value={typed.name}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        error={fault?.fields["name"]}
        required
      />
      <SelectField
        label="Kind"
        name="kind"
        hint="Products can sell into revenue accounts."
        value={typed.kind}
        onChange={(event) => setTyped({ ...typed, kind: kindOf(event.target.value) })}
        error={fault?.fields["kind"]}
      >
        {CHART_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_WORDS[kind]}
          </option>
        ))}
      </SelectField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Add account
        </Button>
      </div>
    </form>
  );
}

const kindOf = (text: string): ChartKind => CHART_KINDS.find((kind) => kind === text) ?? "revenue";

type Renamed = { org: string; account: { code: string; name: string; version: number } };

export function RenameAccount({ org, account }: Renamed) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)} aria-label={`Rename ${account.name}`}>
        Rename
      </Button>
      <Dialog title={`Rename ${account.code} ${account.name}`} open={open} onClose={close}>
        <RenameForm org={org} account={account} done={close} />
      </Dialog>
    </>
  );
}

function RenameForm({ org, account, done }: Renamed & { done: () => void }) {
  const router = useRouter();
  const { code, name, version } = account;
  const edit = useEdit(
    { version, texts: { name } },
    ({ version: from, texts }, commandKey) =>
      api(org).chart.rename.mutate({ commandKey, code, version: from, name: texts.name }),
    () => {
      toast("Saved");
      done();
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    edit.submit();
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4 text-left whitespace-normal">
      <FaultNotice fault={edit.fault} />
      <EditConflictNotice edit={edit} words={{ name: "Name" }} />
      <Field
        label="Name"
        name="name"
        autoComplete="off"
        maxLength={80}
        hint="On every report from now on, for the months before, too."
        value={edit.texts.name}
        onChange={(event) => edit.type("name", event.target.value)}
        error={edit.fault?.fields["name"]}
        required
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={edit.pending}>
          Save
        </Button>
      </div>
    </form>
  );
}

"use client";
// Adds an account of the business's own.
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { CHART_KINDS, KIND_WORDS, type ChartKind } from "@/domain/ledger/chart.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { focusOnError } from "@/ui/focus-on-error.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

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

type Kind = ChartKind | "bank";
type Typed = { code: string; name: string; kind: Kind };

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
        hint="Products can sell into revenue accounts, and payments go to bank accounts."
        value={typed.kind}
        onChange={(event) => setTyped({ ...typed, kind: kindOf(event.target.value) })}
        error={fault?.fields["kind"]}
      >
        {CHART_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_WORDS[kind]}
          </option>
        ))}
        <option value="bank">Bank account</option>
      </SelectField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Add account
        </Button>
      </div>
    </form>
  );
}

const kindOf = (text: string): Kind =>
  text === "bank" ? text : (CHART_KINDS.find((kind) => kind === text) ?? "revenue");

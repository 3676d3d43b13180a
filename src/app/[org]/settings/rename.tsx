"use client";
// Calls something otherwise, from the version that was seen.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { EditConflictNotice } from "@/ui/edit-conflict.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useEdit } from "@/ui/use-edit.ts";

type Props = {
  name: string;
  version: number;
  longest: number;
  hint: string;
  save: (name: string, version: number, commandKey: string) => Promise<unknown>;
};

export function Rename(props: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)} aria-label={`Rename ${props.name}`}>
        Rename
      </Button>
      <Dialog title={`Rename ${props.name}`} open={open} onClose={close}>
        <RenameForm {...props} done={close} />
      </Dialog>
    </>
  );
}

function RenameForm({ name, version, longest, hint, save, done }: Props & { done: () => void }) {
  const router = useRouter();
  const edit = useEdit(
    { version, texts: { name } },
    ({ version: from, texts }, commandKey) => save(texts.name, from, commandKey),
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
        maxLength={longest}
        hint={hint}
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

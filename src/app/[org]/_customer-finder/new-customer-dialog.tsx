"use client";
// A new customer without leaving what one is at: a name is enough, an address lets them charge later.
import { useRef, useState, type FormEvent } from "react";
import { createPortal } from "react-dom";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextAreaField, Field } from "@/ui/field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { useCommand } from "@/ui/use-command.ts";

export type CreatedCustomer = RouterOutputs["customers"]["create"];

type Props = {
  org: string;
  open: boolean;
  /** What was typed where nobody was found: most likely the name. */
  startsWith: string;
  onClose: () => void;
  onCreated: (customer: CreatedCustomer) => void;
};

/** Stands beside the page, not within: whoever opens it may be a form, and a form has no other inside. */
export function NewCustomerDialog({ open, onClose, ...form }: Props) {
  if (!open) return null;
  return createPortal(
    <div role="presentation" onKeyDown={(event) => event.stopPropagation()}>
      <Dialog title="New customer" open onClose={onClose}>
        <NewCustomerForm {...form} onClose={onClose} />
      </Dialog>
    </div>,
    document.body,
  );
}

type Typed = { name: string; phone: string; email: string; address: string };

function NewCustomerForm({ org, startsWith, onClose, onCreated }: Omit<Props, "open">) {
  const [typed, setTyped] = useState<Typed>({ name: startsWith, phone: "", email: "", address: "" });
  const [unnamed, setUnnamed] = useState(false);
  const { send, pending, fault } = useCommand(
    (given: Typed, commandKey) => create(org, given, commandKey),
    onCreated,
  );
  const form = useRef<HTMLFormElement>(null);
  const fields = fault?.fields ?? {};
  const box = (name: keyof Typed) => ({
    name,
    value: typed[name],
    autoComplete: "off",
    error: fields[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    // React tells the form that opened the dialog, too, which has nothing to send.
    event.stopPropagation();
    setUnnamed(typed.name.trim() === "");
    if (typed.name.trim() !== "") send(typed);
    else form.current?.querySelector<HTMLElement>("[name=name]")?.focus();
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      <FaultNotice fault={fault} />
      <Field
        label="Name"
        maxLength={200}
        required
        {...box("name")}
        error={unnamed ? "Enter a name, a company or a person." : fields["name"]}
        ref={focused}
      />
      <div className="grid gap-4 desk:grid-cols-2">
        <Field label="Phone" type="tel" maxLength={60} {...box("phone")} />
        <Field label="E-mail" type="email" maxLength={254} {...box("email")} />
      </div>
      <TextAreaField
        label="Address"
        hint="Needed before they can charge to an account."
        rows={3}
        {...box("address")}
        error={Object.entries(fields).find(([field]) => field.startsWith("addressLines"))?.[1]}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          Add customer
        </Button>
      </div>
    </form>
  );
}

/** With its first words already there, one goes on behind them. */
function focused(box: HTMLInputElement | null) {
  if (!box || box === document.activeElement) return;
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

function create(org: string, { name, phone, email, address }: Typed, commandKey: string) {
  const lines = address.split("\n").map((line) => line.trim());
  return api(org).customers.create.mutate({
    commandKey,
    name: name.trim(),
    addressLines: lines.filter((line) => line !== ""),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(email.trim() && { email: email.trim() }),
  });
}

"use client";
// A form that adds one row to the list above it: what is wrong is said by its field, which has the keyboard then, and once
// it is added the form is empty again and its first field has it.
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { focusOnInvalid } from "@/ui/focus-on-error.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Texts<Name extends string> = Readonly<Record<Name, string>>;
type Props<Name extends string> = {
  /** Names the form for screen readers. */
  name: string;
  button: string;
  empty: Texts<Name>;
  /** What can't be sent, by its field. */
  wrong: (typed: Texts<Name>) => Partial<Texts<Name>>;
  send: (typed: Texts<Name>, commandKey: string) => Promise<unknown>;
  said: (typed: Texts<Name>) => string;
  children: (given: (name: Name) => Given) => ReactNode;
};
type Given = {
  name: string;
  autoComplete: string;
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  error: string | undefined;
};

export function RowForm<Name extends string>({ name, button, empty, children, ...row }: Props<Name>) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(empty);
  /** How often it couldn't be sent: each time the field that is why gets the keyboard. */
  const [stops, setStops] = useState(0);
  const wrong = row.wrong(typed);
  const { send, pending, fault } = useCommand(row.send, () => {
    toast(row.said(typed));
    setTyped(empty);
    setStops(0);
    form.current?.querySelector("input")?.focus();
    router.refresh();
  });
  useEffect(() => {
    if (stops > 0) focusOnInvalid(form.current);
  }, [stops]);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (Object.keys(wrong).length > 0) setStops(stops + 1);
    else send(typed);
  }
  const given = (field: Name): Given => ({
    name: field,
    autoComplete: "off",
    value: typed[field],
    onChange: ({ target }) => setTyped({ ...typed, [field]: target.value }),
    error: (stops > 0 ? wrong[field] : undefined) ?? fault?.fields[field],
  });
  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label={name}
      className="mt-4 grid gap-3 border-t border-line pt-4"
    >
      <FaultNotice fault={fault} />
      {children(given)}
      <div>
        <Button type="submit" pending={pending}>
          {button}
        </Button>
      </div>
    </form>
  );
}

"use client";
// The frame of the small forms of the settings that add or change one thing: a button that opens it, its fields, what went
// wrong, and the one button that sends it.
import { useRouter } from "next/navigation";
import { useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props<Typed> = {
  title: string;
  /** What opens it, and what it is called where that isn't said by its words. */
  opener: ReactNode;
  openerLabel?: string;
  quiet?: boolean;
  button: string;
  empty: Typed;
  send: (typed: Typed, commandKey: string) => Promise<unknown>;
  said: (typed: Typed) => string;
  children: (form: {
    typed: Typed;
    type: (part: Partial<Typed>) => void;
    errors: Readonly<Record<string, string>>;
  }) => ReactNode;
};

export function DialogForm<Typed extends object>(props: Props<Typed>) {
  const { title, opener, openerLabel, quiet = false } = props;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        {...(quiet && { variant: "quiet" })}
        {...(openerLabel && { "aria-label": openerLabel })}
      >
        {opener}
      </Button>
      <Dialog title={title} open={open} onClose={close}>
        <Fields {...props} done={close} />
      </Dialog>
    </>
  );
}

function Fields<Typed extends object>(props: Props<Typed> & { done: () => void }) {
  const { empty, send: run, said, button, children, done } = props;
  const router = useRouter();
  const [typed, setTyped] = useState(empty);
  const { send, pending, fault } = useCommand(
    (given: Typed, commandKey) => run(given, commandKey),
    () => {
      toast(said(typed));
      done();
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    send(typed);
  }
  const type = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4 text-left whitespace-normal">
      <FaultNotice fault={fault} />
      {children({ typed, type, errors: fault?.fields ?? {} })}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {button}
        </Button>
      </div>
    </form>
  );
}

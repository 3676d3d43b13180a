"use client";
// The question before something is done that can't be seen beforehand: what it does, and two answers. Every "Archive?",
// "Remove?" and "Release?" is this one.
import { useRouter } from "next/navigation";
import { useState, type FormEvent, type ReactNode } from "react";
import { Button, type ButtonVariant } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Notice } from "./notice.tsx";
import { toast } from "./toast.tsx";
import { commandKey, faultOf, useCommand, type Fault } from "./use-command.ts";

type Answers = {
  /** What is done, as its button says it. */
  button: string;
  variant?: ButtonVariant;
  /** What the other button says. */
  keep?: string;
  /** Where a fault needs more than its message. */
  tellFault?: (fault: Fault) => ReactNode;
  children: ReactNode;
};

type Asked = { pending?: boolean; fault?: Fault | null; onClose: () => void; onConfirm: () => void };

type Props = Answers & Asked & { title: string; open: boolean };

export function ConfirmDialog({ title, open, ...form }: Props) {
  return (
    <Dialog title={title} open={open} onClose={form.onClose}>
      <ConfirmForm {...form} />
    </Dialog>
  );
}

/** What is in the dialog, where one dialog asks several things. */
export function ConfirmForm({ button, variant = "danger", keep = "Keep it", ...props }: Answers & Asked) {
  const { pending = false, fault = null, onClose, onConfirm, children } = props;
  const tellFault = props.tellFault ?? ((told: Fault) => <Notice tone="late">{told.message}</Notice>);
  function submit(event: FormEvent) {
    event.preventDefault();
    onConfirm();
  }
  return (
    <form onSubmit={submit} className="grid gap-4 text-left whitespace-normal">
      {fault ? tellFault(fault) : null}
      {children}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{keep}</Button>
        <Button type="submit" variant={variant} pending={pending}>
          {button}
        </Button>
      </div>
    </form>
  );
}

/** What is said afterwards, and the way back where there is one. */
type Said = string | { text: string; undo: (commandKey: string) => Promise<unknown>; undone: string };

/** One command behind the question: after it the question closes, a toast says `done`, and the page is read anew. */
export function useConfirm<Result>(
  run: (commandKey: string) => Promise<Result>,
  done: (result: Result) => Said,
) {
  const router = useRouter();
  function tell(said: Said) {
    if (typeof said === "string") return toast(said);
    const { text, undo, undone } = said;
    const key = commandKey();
    const back = () =>
      void undo(key)
        .then(
          () => undone,
          (error: unknown) => faultOf(error).message,
        )
        .then(toast)
        .then(router.refresh);
    toast(text, { label: "Undo", run: back });
  }
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) => run(commandKey),
    (result: Result) => {
      tell(done(result));
      setOpen(false);
      router.refresh();
    },
  );
  return {
    ask: () => setOpen(true),
    /** For the dialog. */
    asked: { open, pending, fault, onClose: () => setOpen(false), onConfirm: () => send(null) },
  };
}

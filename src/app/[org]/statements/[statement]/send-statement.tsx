"use client";
// Mails an issued statement, or mails it again. Every press is one mail, however often it is clicked.
import { Mail } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { addressFault } from "../recipient.ts";

type Props = { org: string; statementId: string; number: string; recipient: string };

export function SendStatement(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <Mail aria-hidden="true" />
        E-mail
      </Button>
      <Dialog title={`E-mail statement ${props.number}`} open={open} onClose={() => setOpen(false)}>
        <SendForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SendForm({ org, statementId, number, recipient: proposed, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const [recipient, setRecipient] = useState(proposed);
  const [unready, setUnready] = useState<string>();
  const { send, pending, fault } = useCommand(
    (to: string, commandKey) => api(org).statements.send.mutate({ commandKey, statementId, recipient: to }),
    () => {
      toast(`Statement ${number} is on its way to ${recipient.trim()}`);
      onDone();
      router.refresh();
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = addressFault(recipient);
    setUnready(wrong);
    if (!wrong) send(recipient.trim());
  }

  const atField = unready ?? fault?.fields["recipient"];
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {fault && !atField ? <Notice tone="late">{fault.message}</Notice> : null}
      <Field
        label="To"
        type="email"
        name="recipient"
        autoComplete="off"
        value={recipient}
        onChange={(event) => setRecipient(event.target.value)}
        error={atField}
        required
      />
      <p className="text-13 text-soft">
        The mail says what is due, carries the PDF, and has a link that opens this statement for 30 days
        without signing in.
      </p>
      <div className="flex justify-end">
        <Button type="submit" look="primary" pending={pending}>
          Send
        </Button>
      </div>
    </form>
  );
}

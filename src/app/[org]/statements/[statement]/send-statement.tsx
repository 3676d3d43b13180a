"use client";
// Mails an issued statement, or mails it again, also to the contacts that get statements. Every press is one mail to each
// of them, however often it is clicked.
import { Mail } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { sendToEach, useRecipients, type StatementContact } from "../../_statement-mail/use-recipients.tsx";
import { addressFault } from "../../_statement-mail/recipient.ts";
import { onItsWay } from "../../_statement-mail/on-its-way.ts";

type Props = {
  org: string;
  statementId: string;
  number: string;
  recipient: string;
  /** Contacts of the customer that statements go to, too. */
  contacts: readonly StatementContact[];
};

export function SendStatement(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Mail aria-hidden="true" />
        E-mail
      </Button>
      <Dialog title={`E-mail statement ${props.number}`} open={open} onClose={() => setOpen(false)}>
        <SendForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SendForm({ onDone, ...props }: Props & { onDone: () => void }) {
  const { org, statementId, number, contacts } = props;
  const router = useRouter();
  const [recipient, setRecipient] = useState(props.recipient);
  const [unready, setUnready] = useState<string>();
  const alsoTo = useRecipients(contacts, recipient);
  const { send, pending, fault } = useCommand(
    async (to: readonly string[], commandKey) => ({
      to,
      goesOut: await sendToEach(org, { statementId, to, commandKey }),
    }),
    ({ to, goesOut }) => {
      toast(onItsWay(`Statement ${number}`, to, goesOut));
      onDone();
      router.refresh();
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = addressFault(recipient);
    setUnready(wrong);
    if (!wrong) send(alsoTo.all);
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
      {alsoTo.boxes}
      <p className="text-13 text-soft">
        The mail says what is due, carries the PDF, and has a link that opens this statement for 30 days
        without signing in.
      </p>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Send
        </Button>
      </div>
    </form>
  );
}

"use client";
// Mails an issued statement, or mails it again, also to the contacts that get statements. Every press is one mail to each
// of them, however often it is clicked.
import { Mail } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { addressFault } from "../recipient.ts";

type Props = {
  org: string;
  statementId: string;
  number: string;
  recipient: string;
  /** Contacts of the customer that statements go to, too. */
  contacts: readonly { name: string; email: string }[];
};

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

function SendForm({ onDone, ...props }: Props & { onDone: () => void }) {
  const { org, statementId, number, contacts } = props;
  const router = useRouter();
  const [recipient, setRecipient] = useState(props.recipient);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [unready, setUnready] = useState<string>();
  const others = contacts.filter(({ email }) => email !== recipient.trim());
  const { send, pending, fault } = useCommand(
    (to: readonly string[], commandKey) => sendToEach(org, { statementId, to, commandKey }),
    (to) => {
      toast(`Statement ${number} is on its way to ${to.join(" and ")}`);
      onDone();
      router.refresh();
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = addressFault(recipient);
    setUnready(wrong);
    const also = others.map(({ email }) => email).filter((email) => !left.includes(email));
    if (!wrong) send([recipient.trim(), ...also]);
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
      {others.map(({ name, email }) => (
        <CheckField
          key={email}
          label={`Also to ${name}, ${email}`}
          checked={!left.includes(email)}
          onChange={(event) =>
            setLeft(event.target.checked ? left.filter((one) => one !== email) : [...left, email])
          }
        />
      ))}
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

type Sending = { statementId: string; to: readonly string[]; commandKey: string };

/** Each address is a command of its own: sent again after a failure, nobody gets it twice. */
async function sendToEach(org: string, { statementId, to, commandKey }: Sending): Promise<readonly string[]> {
  for (const recipient of to) {
    const key = `${commandKey}.${recipient}`.slice(0, 100);
    await api(org).statements.send.mutate({ commandKey: key, statementId, recipient });
  }
  return to;
}

"use client";
// Mails an invoice or a credit memo, or mails it again. Every press is one mail to each address, however often it is clicked.
import { Mail } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { addressFault } from "./recipient.ts";
import { onItsWay } from "./on-its-way.ts";

type Paper = { kind: "invoice" | "credit-memo"; id: string };
/** `name`: "invoice INV-00012". */
type Props = { org: string; paper: Paper; name: string; recipient: string };

export function SendPaper(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Mail aria-hidden="true" />
        E-mail
      </Button>
      <Dialog title={`E-mail ${props.name}`} open={open} onClose={() => setOpen(false)}>
        <SendForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== "");

function SendForm({ org, paper, name, recipient, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const [to, setTo] = useState(recipient);
  const [message, setMessage] = useState("");
  const [unready, setUnready] = useState<string>();
  const { send, pending, fault } = useCommand(
    (recipients: string[], commandKey) =>
      api(org).mails.send.mutate({ commandKey, ...paper, recipients, message }),
    ({ recipients, goesOut }) => {
      toast(onItsWay("It", recipients, goesOut));
      onDone();
      router.refresh();
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const addresses = addressesIn(to);
    const wrong = addresses.length === 0 ? addressFault("") : addresses.map(addressFault).find(Boolean);
    setUnready(wrong);
    if (!wrong) send(addresses);
  }

  const fields = fault?.fields ?? {};
  const atField = unready ?? Object.entries(fields).find(([field]) => field.startsWith("recipients"))?.[1];
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {fault && !atField && !fields["message"] ? <Notice tone="late">{fault.message}</Notice> : null}
      <Field
        label="To"
        name="recipients"
        inputMode="email"
        autoComplete="off"
        hint="Several addresses with a comma between them."
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        error={atField}
        required
      />
      <TextAreaField
        label="Text (optional)"
        name="message"
        maxLength={2000}
        value={message}
        onChange={({ currentTarget }) => setMessage(currentTarget.value)}
        error={fields["message"]}
      />
      <p className="text-13 text-soft">
        The mail carries the PDF of {name}, and has a link that opens it for 30 days without signing in.
      </p>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Send
        </Button>
      </div>
    </form>
  );
}

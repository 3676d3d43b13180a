"use client";
// Issues the statement that is on the screen: says what will happen, numbers and keeps it, and mails it in the same
// go if wanted. Should only the mail go wrong, trying again issues nothing twice.
import { FileCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { StatementKind } from "@/domain/statements/kinds.ts";
import type { Day } from "@/domain/values/day.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import {
  sendToEach,
  useRecipients,
  type StatementContact,
} from "../../../../_statement-mail/use-recipients.tsx";
import { addressFault } from "../../../../_statement-mail/recipient.ts";
import { toIssued } from "../../../../_shell/links.ts";
import { onItsWay } from "../../../../_statement-mail/on-its-way.ts";

type Props = {
  org: string;
  customerId: string;
  name: string;
  email: string;
  /** Contacts of the customer that statements go to, too. */
  contacts: readonly StatementContact[];
  /** Of the account that the statement is of. */
  currency: string;
  asked: { kind: StatementKind; family?: true; asOf: Day; fromOn?: Day };
  /** The figures of the statement on the screen, in words. */
  said: { kind: string; accounts: number | null; closing: string; asOf: string; activity: string | null };
};

export function IssueStatement(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <FileCheck aria-hidden="true" />
        Issue
      </Button>
      <Dialog title="Issue this statement?" open={open} onClose={() => setOpen(false)}>
        <IssueForm {...props} />
      </Dialog>
    </>
  );
}

function IssueForm({ org, customerId, name, email, contacts, currency, asked, said }: Props) {
  const router = useRouter();
  const [mailing, setMailing] = useState(email !== "");
  const [recipient, setRecipient] = useState(email);
  const alsoTo = useRecipients(contacts, recipient);
  const [unready, setUnready] = useState<string>();
  const [issued, setIssued] = useState<string | null>(null);
  const { send, pending, fault } = useCommand(
    async (to: readonly string[], commandKey) => {
      const made = await api(org).statements.issue.mutate({
        commandKey,
        customer: customerId,
        currency,
        ...asked,
      });
      setIssued(made.number);
      const goesOut = await sendToEach(org, { statementId: made.statementId, to, commandKey });
      return { ...made, to, goesOut };
    },
    ({ number, statementId, to, goesOut }) => {
      const issuedWords = `Statement ${number} issued`;
      toast(to.length === 0 ? issuedWords : `${issuedWords}. ${onItsWay("Its mail", to, goesOut)}`);
      router.push(toIssued(org, statementId));
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = mailing ? addressFault(recipient) : undefined;
    setUnready(wrong);
    if (!wrong) send(mailing ? alsoTo.all : []);
  }

  const atField = mailing ? (unready ?? fault?.fields["recipient"]) : undefined;
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {fault && issued ? (
        <Notice tone="late" title={`Statement ${issued} is issued, but not mailed`}>
          {fault.message} Trying again doesn’t issue it twice.
        </Notice>
      ) : fault && !atField ? (
        <Notice tone="late">{fault.message}</Notice>
      ) : null}
      <Effect name={name} said={said} />
      <div className="grid gap-2 border-t border-line pt-4">
        <CheckField
          label="E-mail it to the customer"
          checked={mailing}
          onChange={(event) => setMailing(event.target.checked)}
        />
        {mailing ? (
          <>
            <Field
              label="To"
              type="email"
              name="recipient"
              autoComplete="off"
              value={recipient}
              onChange={(event) => setRecipient(event.target.value)}
              error={atField}
              hint="With the PDF, and a link that opens the statement for 30 days without signing in."
              required
            />
            {alsoTo.boxes}
          </>
        ) : null}
      </div>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {mailing ? "Issue and e-mail" : "Issue"}
        </Button>
      </div>
    </form>
  );
}

function Effect({ name, said }: Pick<Props, "name" | "said">) {
  const facts = [
    ["Customer", name],
    ["Number", "the next one, given now"],
    ["Kind", said.kind],
    ...(said.accounts === null ? [] : [["Accounts", String(said.accounts)] as const]),
    ["As of", said.asOf],
    ...(said.activity === null ? [] : [["Activity", said.activity] as const]),
    ["Closing balance", said.closing],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-soft">{term}</dt>
            <dd className="font-medium wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-13 text-soft">
        It is kept exactly as shown. What happens on the account later doesn’t change it, and no money moves.
      </p>
    </>
  );
}

"use client";
// Makes a link that stands for one person until it is withdrawn. Its address is shown this once and kept nowhere.
import { Link2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { useCommand } from "@/ui/use-command.ts";

type Props = { org: string; customer: string; currency: string; contacts: readonly string[] };
/** null where the answer that had it got lost. */
type Made = { url: string | null };

export function MakeStandingLink({ org, customer, currency, contacts }: Props) {
  const router = useRouter();
  const people = useId();
  const [open, setOpen] = useState(false);
  const [forWhom, setForWhom] = useState("");
  const [made, setMade] = useState<Made | null>(null);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).standingLinks.make.mutate({ commandKey, customer, currency, forWhom: forWhom.trim() }),
    // A repeat of an answer that got lost has no address in it: it was to be shown once.
    (answer: Made | null) => {
      setMade(answer ?? { url: null });
      router.refresh();
    },
  );
  function close() {
    setOpen(false);
    setMade(null);
    setForWhom("");
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    send(null);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Link2 aria-hidden="true" />
        Make a standing link
      </Button>
      <Dialog title="A standing link" open={open} onClose={close}>
        {made ? (
          <ShownOnce
            label="Address"
            secret={made.url}
            hint="Copy it now: it isn’t shown again."
            copied="The link is copied"
            lost="The link was made, but our answer got lost and its address isn’t shown again. Withdraw it and make another one."
          />
        ) : (
          <form onSubmit={submit} noValidate className="grid gap-4">
            {fault?.above ? <Notice tone="late">{fault.above}</Notice> : null}
            <p>
              Whoever has it sees the newest statement and the account as it is, without signing in, until you
              withdraw it. Its address is shown once.
            </p>
            <Field
              label="For whom"
              hint="A person, so that you know whose to withdraw."
              list={people}
              maxLength={120}
              autoComplete="off"
              value={forWhom}
              error={fault?.fields["forWhom"]}
              onChange={(event) => setForWhom(event.target.value)}
            />
            <datalist id={people}>
              {contacts.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </datalist>
            <div className="flex justify-end">
              <Button type="submit" variant="primary" pending={pending}>
                Make it
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </>
  );
}

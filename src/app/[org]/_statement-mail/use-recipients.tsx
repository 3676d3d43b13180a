"use client";
// The contacts that get statements, each ticked unless one says otherwise; and a mail to each address, as a command of its
// own, so that nobody gets it twice when it is sent again after a failure.
import { useState } from "react";
import { api } from "@/server/client.ts";
import { CheckField } from "@/ui/check-field.tsx";

export type StatementContact = { name: string; email: string };

/** `to` is the address that is typed anyway. */
export function useRecipients(contacts: readonly StatementContact[], to: string) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const others = contacts.filter(({ email }) => email !== to.trim());
  return {
    all: [to.trim(), ...others.map(({ email }) => email).filter((email) => !left.includes(email))],
    boxes: others.map(({ name, email }) => (
      <CheckField
        key={email}
        label={`Also to ${name}, ${email}`}
        checked={!left.includes(email)}
        onChange={({ target }) =>
          setLeft(target.checked ? left.filter((one) => one !== email) : [...left, email])
        }
      />
    )),
  };
}

type Sending = { statementId: string; to: readonly string[]; commandKey: string };

export async function sendToEach(org: string, { statementId, to, commandKey }: Sending): Promise<boolean> {
  let goesOut = true;
  for (const recipient of to) {
    const key = `${commandKey}.${recipient}`.slice(0, 100);
    ({ goesOut } = await api(org).statements.send.mutate({ commandKey: key, statementId, recipient }));
  }
  return goesOut;
}

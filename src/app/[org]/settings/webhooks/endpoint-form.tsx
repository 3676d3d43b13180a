"use client";
// Where events are sent, and which: all, or those that are chosen.
import { useState, type FormEvent } from "react";
import { EVENT_KINDS, type EventKind } from "@/domain/ledger/account.ts";
import { kindName } from "@/domain/business/webhook.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import type { Fault } from "@/ui/use-command.ts";

export type Wanted = { url: string; kinds: EventKind[] };
type Props = {
  wanted: Wanted;
  button: string;
  pending: boolean;
  fault: Fault | null;
  send: (wanted: Wanted) => void;
};

export function EndpointForm({ wanted, button, pending, fault, send }: Props) {
  const [url, setUrl] = useState(wanted.url);
  const [all, setAll] = useState(wanted.kinds.length === 0);
  const [kinds, setKinds] = useState<readonly EventKind[]>(wanted.kinds);
  const [tried, setTried] = useState(false);
  const none = !all && kinds.length === 0;
  const wrongUrl = URL.canParse(url.trim())
    ? undefined
    : "Enter an address like https://shop.example/onaccount.";
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (wrongUrl) return event.currentTarget.querySelector<HTMLElement>("[name=url]")?.focus();
    if (!none) send({ url: url.trim(), kinds: all ? [] : [...kinds] });
  }
  const choose = (kind: EventKind, on: boolean) =>
    setKinds(on ? [...kinds, kind] : kinds.filter((each) => each !== kind));
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <FaultNotice fault={fault} />
      <Field
        label="Address"
        hint="Your program listens there. It answers 2xx to what it took."
        name="url"
        type="url"
        inputMode="url"
        maxLength={500}
        autoComplete="off"
        placeholder="https://"
        value={url}
        error={tried ? (wrongUrl ?? fault?.fields["url"]) : undefined}
        onChange={(event) => setUrl(event.target.value)}
      />
      <fieldset>
        <legend className="mb-1 text-13 font-semibold text-soft">Events</legend>
        <CheckField
          name="all"
          label="All of them"
          hint="To keep accounts as they stand here, a program needs all."
          checked={all}
          onChange={(event) => setAll(event.target.checked)}
        />
        {all ? null : (
          <div className="mt-1 grid gap-x-4 desk:grid-cols-2">
            {EVENT_KINDS.map((kind) => (
              <CheckField
                key={kind}
                name={kind}
                label={kindName(kind)}
                checked={kinds.includes(kind)}
                onChange={(event) => choose(kind, event.target.checked)}
              />
            ))}
          </div>
        )}
        {tried && none ? <p className="text-12 text-late">Choose at least one.</p> : null}
      </fieldset>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {button}
        </Button>
      </div>
    </form>
  );
}

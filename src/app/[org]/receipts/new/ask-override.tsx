"use client";
// Asks that the charge may pass all the same: a reason, and then what became of it.
import { useState, type FormEvent } from "react";
import type { Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import type { Override } from "./use-override.ts";

type Props = {
  org: string;
  accountId: string;
  jobId: string | null;
  /** What would be charged. */
  amountCents: Cents;
  override: Override | null;
  onAsked: (overrideId: string) => void;
  write: (amount: Cents) => string;
};

export function AskOverride({ org, accountId, jobId, amountCents, override, onAsked, write }: Props) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { send, pending, fault } = useCommand(
    (asked: string, commandKey) =>
      api(org).overrides.ask.mutate({ commandKey, accountId, jobId, amountCents, reason: asked }),
    ({ overrideId }: { overrideId: string }) => onAsked(overrideId),
  );
  const covers = override !== null && override.amountCents >= amountCents;
  if (covers && (override.state === "waiting" || override.state === "approved"))
    return <p role="status">{standingWords(override, write)}</p>;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== "") return send(reason.trim());
    event.currentTarget.querySelector("input")?.focus();
  }
  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-2">
      {override?.state === "declined" ? (
        <p role="status">
          {override.answeredBy} declined{override.declinedNote ? `: “${override.declinedNote}”` : "."}
        </p>
      ) : override?.state === "lapsed" ? (
        <p role="status">The override has lapsed.</p>
      ) : null}
      <FaultNotice fault={fault} />
      <Field
        label={`Why ${write(amountCents)} should pass`}
        name="overrideReason"
        autoComplete="off"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === "" ? "Say why, in a few words." : fault?.fields["reason"]}
      />
      <div>
        <Button type="submit" pending={pending}>
          Ask for an override
        </Button>
      </div>
    </form>
  );
}

function standingWords(override: Override, write: Props["write"]): string {
  const amount = write(override.amountCents);
  if (override.state === "waiting")
    return `Asked to let ${amount} pass. An owner or an admin has to approve it; this page notices by itself.`;
  return `${override.answeredBy} approved up to ${amount}, once. Charge it now.`;
}

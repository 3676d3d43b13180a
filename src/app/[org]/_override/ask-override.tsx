"use client";
// Asks that a charge or an invoice may pass all the same: a reason, and then what became of it. It stands inside of other forms,
// so that it is none itself.
import { useRef, useState, type KeyboardEvent } from "react";
import type { Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { useCommand } from "@/ui/use-command.ts";
import type { Override } from "./use-override.ts";

type Props = {
  ask: (asked: { amountCents: Cents; reason: string; commandKey: string }) => Promise<{ overrideId: string }>;
  /** What would be charged. */
  amountCents: Cents;
  /** What is done once it is approved: "Charge it now." */
  then: string;
  override: Override | null;
  onAsked: (overrideId: string) => void;
  write: (amount: Cents) => string;
};

export function AskOverride({ ask, amountCents, then, override, onAsked, write }: Props) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { send, pending, fault } = useCommand(
    (asked: string, commandKey) => ask({ amountCents, reason: asked, commandKey }),
    ({ overrideId }: { overrideId: string }) => onAsked(overrideId),
  );
  const covers = override !== null && override.amountCents >= amountCents;
  if (covers && (override.state === "waiting" || override.state === "approved"))
    return <p role="status">{standingWords(override, then, write)}</p>;

  function submit() {
    setTried(true);
    if (reason.trim() !== "") return send(reason.trim());
    box.current?.querySelector("input")?.focus();
  }
  function enterAsks(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    submit();
  }
  return (
    <div ref={box} role="group" aria-label="Override" className="grid max-w-md gap-2">
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
        onKeyDown={enterAsks}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === "" ? "Say why, in a few words." : fault?.fields["reason"]}
      />
      <div>
        <Button onClick={submit} pending={pending}>
          Ask for an override
        </Button>
      </div>
    </div>
  );
}

function standingWords(override: Override, then: string, write: Props["write"]): string {
  const amount = write(override.amountCents);
  if (override.state === "waiting")
    return `Asked to let ${amount} pass. An owner or an admin has to approve it; this page notices by itself.`;
  return `${override.answeredBy} approved up to ${amount}, once. ${then}`;
}

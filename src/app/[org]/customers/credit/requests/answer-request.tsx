"use client";
// The answer to a change that waits: approved or declined by somebody else, withdrawn by who asked.
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Field } from "@/ui/field.tsx";
import type { LimitRequestRow } from "../../../_lists/limit-request-columns.tsx";

type Props = { org: string; request: Pick<LimitRequestRow, "requestId" | "name" | "isOwn" | "isStale"> };

export function AnswerRequest({ org, request }: Props) {
  if (request.isOwn) return <Withdraw org={org} request={request} />;
  return (
    <div className="flex flex-wrap gap-2">
      {request.isStale ? (
        <span className="text-12 text-soft">The terms changed since: it can only be declined.</span>
      ) : (
        <Approve org={org} request={request} />
      )}
      <Decline org={org} request={request} />
    </div>
  );
}

function Approve({ org, request: { requestId, name } }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).credit.approve.mutate({ commandKey, requestId }),
    () => `Approved: the terms of ${name} count from the next charge on.`,
  );
  return (
    <>
      <Button aria-label={`Approve the change for ${name}`} onClick={ask}>
        Approve
      </Button>
      <ConfirmDialog
        {...asked}
        title={`Approve the change for ${name}?`}
        button="Approve"
        variant="primary"
        keep="Not yet"
      >
        <p>
          The new terms count at once, at every counter. Your name stands in the history beside who asked.
        </p>
      </ConfirmDialog>
    </>
  );
}

function Decline({ org, request: { requestId, name } }: Props) {
  const [answer, setAnswer] = useState("");
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).credit.decline.mutate({ commandKey, requestId, answer }),
    () => `Declined: the terms of ${name} stay as they are.`,
  );
  return (
    <>
      <Button variant="quiet" aria-label={`Decline the change for ${name}`} onClick={ask}>
        Decline
      </Button>
      <ConfirmDialog {...asked} title={`Decline the change for ${name}?`} button="Decline" keep="Not yet">
        <p>The terms stay as they are.</p>
        <Field
          label="Why not"
          name="answer"
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
          error={asked.fault?.fields["answer"]}
          maxLength={500}
          autoComplete="off"
        />
      </ConfirmDialog>
    </>
  );
}

function Withdraw({ org, request: { requestId, name } }: Props) {
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).credit.withdraw.mutate({ commandKey, requestId }),
    () => `Withdrawn: the terms of ${name} stay as they are.`,
  );
  return (
    <>
      <span className="text-12 text-soft">You asked for it; somebody else approves it.</span>{" "}
      <Button variant="quiet" aria-label={`Withdraw the change for ${name}`} onClick={ask}>
        Withdraw
      </Button>
      <ConfirmDialog
        {...asked}
        title={`Withdraw the change for ${name}?`}
        button="Withdraw"
        keep="Let it wait"
      >
        <p>It is taken off the list, and the terms stay as they are.</p>
      </ConfirmDialog>
    </>
  );
}

"use client";
// Declining an application: why, for us, and what they are told.
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";

type Props = { org: string; application: { applicationId: string; business: string; email: string } };

export function Decline({ org, application: { applicationId, business, email } }: Props) {
  const [reason, setReason] = useState("");
  const [told, setTold] = useState("");
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).applications.decline.mutate({ commandKey, applicationId, reason, told }),
    () => `Declined. ${business} is told by e-mail.`,
  );
  return (
    <>
      <Button variant="quiet" onClick={ask}>
        Decline
      </Button>
      <ConfirmDialog
        {...asked}
        title={`Decline the application of ${business}?`}
        button="Decline"
        keep="Not yet"
      >
        <p className="wrap-anywhere">{email} is told that it was declined.</p>
        <Field
          label="Why not"
          name="why"
          hint="Kept with your name; they don’t see it."
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={asked.fault?.fields["reason"]}
          maxLength={500}
          autoComplete="off"
        />
        <TextAreaField
          label="Tell them why"
          name="told"
          hint="Goes with the answer. In some places the law asks for it."
          value={told}
          onChange={(event) => setTold(event.target.value)}
          error={asked.fault?.fields["told"]}
          maxLength={1000}
        />
      </ConfirmDialog>
    </>
  );
}

"use client";
// Declining an application: why, for us, and what they are told.
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { CUSTOMER_STAYS, declinedWords } from "./told-words.ts";

type Props = {
  org: string;
  application: { applicationId: string; business: string; email: string; goesOut: boolean };
  /** An earlier yes made or named a customer. */
  hasCustomer: boolean;
};

export function Decline({ org, application, hasCustomer }: Props) {
  const { applicationId, business, email, goesOut } = application;
  const [reason, setReason] = useState("");
  const [told, setTold] = useState("");
  const [quietly, setQuietly] = useState(false);
  const { ask, asked } = useConfirm(
    (commandKey) =>
      api(org).applications.decline.mutate({ commandKey, applicationId, reason, told, quietly }),
    () => declinedWords(business, quietly, goesOut),
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
          hint="Stands on their page and in the mail. In some places the law asks for it."
          value={told}
          onChange={(event) => setTold(event.target.value)}
          error={asked.fault?.fields["told"]}
          maxLength={1000}
        />
        {goesOut ? (
          <CheckField
            name="mail"
            label={<span className="wrap-anywhere">Mail the answer to {email}</span>}
            hint="Not where the application is a joke, or the address somebody else’s."
            checked={!quietly}
            onChange={(event) => setQuietly(!event.target.checked)}
          />
        ) : (
          <p className="text-13 text-soft">No mail goes out yet: their page shows the answer.</p>
        )}
        {hasCustomer ? <p className="text-13 text-soft">{CUSTOMER_STAYS}</p> : null}
      </ConfirmDialog>
    </>
  );
}

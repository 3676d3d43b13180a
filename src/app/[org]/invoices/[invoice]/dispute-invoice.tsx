"use client";
// Marks an invoice that the customer objects to, with what they say.
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { TextAreaField } from "@/ui/field.tsx";

type Props = { org: string; invoice: { invoiceId: string; number: string; disputeNote: string } };

export function DisputeInvoice({ org, invoice: { invoiceId, number, disputeNote } }: Props) {
  const [note, setNote] = useState(disputeNote);
  const { ask, asked } = useConfirm(
    (commandKey) => api(org).invoices.dispute.mutate({ commandKey, invoiceId, disputed: true, note }),
    () => `Invoice ${number} is marked as disputed`,
  );
  return (
    <>
      <Button variant="item" onClick={ask}>
        Mark as disputed
      </Button>
      <ConfirmDialog
        title={`Does the customer dispute ${number}?`}
        button="Mark as disputed"
        variant="primary"
        keep="Cancel"
        {...asked}
      >
        <p>It stays a debt as it is. The mark says on its page and in the lists why it isn’t paid.</p>
        <TextAreaField
          label="What they say"
          maxLength={500}
          value={note}
          error={asked.fault?.fields["note"]}
          onChange={(event) => setNote(event.target.value)}
        />
      </ConfirmDialog>
    </>
  );
}

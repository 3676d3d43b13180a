"use client";
// What else stands on the invoice: where it goes, where the work was done, and what is said to the customer or kept inside.
import { TextAreaField } from "@/ui/field.tsx";
import type { Invoicing } from "./use-invoice.ts";

export function NoteFields({ invoicing: { draft, patch } }: { invoicing: Invoicing }) {
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2">
      <TextAreaField
        label="Billing address"
        name="billingAddress"
        rows={4}
        maxLength={800}
        value={draft.billingAddress}
        onChange={(event) => patch({ billingAddress: event.target.value })}
      />
      <TextAreaField
        label="Service address"
        hint="Where the work is done or the goods go, if that is another place."
        name="serviceAddress"
        rows={4}
        maxLength={800}
        value={draft.serviceAddress}
        onChange={(event) => patch({ serviceAddress: event.target.value })}
      />
      <TextAreaField
        label="Notes to the customer"
        hint="Printed on the invoice."
        name="notesToCustomer"
        maxLength={2000}
        value={draft.notesToCustomer}
        onChange={(event) => patch({ notesToCustomer: event.target.value })}
      />
      <TextAreaField
        label="Internal notes"
        hint="For the history; the customer isn’t shown it."
        name="notesInternal"
        maxLength={2000}
        value={draft.notesInternal}
        onChange={(event) => patch({ notesInternal: event.target.value })}
      />
    </div>
  );
}

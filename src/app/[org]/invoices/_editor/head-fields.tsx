"use client";
// The head of an invoice: its days and terms, its numbers, what is held back, and where its revenue goes.
import type { Day } from "@/domain/values/day.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import { PostedIn } from "../../_apply/posted-in.tsx";
import { TermsField } from "./terms-field.tsx";
import type { InvoicePlace, Invoicing } from "./use-invoice.ts";

const dayOf = (text: string): Day | null => (text === "" ? null : (text as Day));

export function HeadFields({ invoicing, place }: { invoicing: Invoicing; place: InvoicePlace }) {
  const { draft, patch, errors, dueOn, posting, billed } = invoicing;
  const { accounts, terms } = place.ground;
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-4 desk:grid-cols-4 [&_input]:min-w-0">
        <Field
          label="Invoice date"
          type="date"
          name="issuedOn"
          max={place.today}
          value={draft.issuedOn ?? ""}
          onChange={(event) => patch({ issuedOn: dayOf(event.target.value), period: null })}
          error={errors["issuedOn"]}
          required
        />
        <TermsField
          value={draft.terms}
          codes={[...terms, ...(billed.customer ? [billed.customer.terms] : [])]}
          onChange={(code) => patch({ terms: code, dueOn })}
        />
        <Field
          label="Due date"
          type="date"
          name="dueOn"
          min={draft.issuedOn ?? undefined}
          value={dueOn ?? ""}
          onChange={(event) => patch({ dueOn: dayOf(event.target.value), terms: "" })}
          error={errors["dueOn"]}
          required
        />
        <Field
          label="Number"
          name="number"
          placeholder="The next one"
          autoComplete="off"
          maxLength={60}
          value={draft.number}
          onChange={(event) => patch({ number: event.target.value })}
          error={errors["number"]}
        />
        <Field
          label="PO number"
          name="poNumber"
          autoComplete="off"
          maxLength={60}
          value={draft.poNumber}
          onChange={(event) => patch({ poNumber: event.target.value })}
          error={errors["draft.poNumber"]}
        />
        <Field
          label="Salesperson"
          name="salesperson"
          autoComplete="off"
          maxLength={100}
          value={draft.salesperson}
          onChange={(event) => patch({ salesperson: event.target.value })}
          error={errors["draft.salesperson"]}
        />
        <Field
          label="Retainage"
          name="retainage"
          placeholder="10% or an amount"
          autoComplete="off"
          maxLength={40}
          value={draft.retainage}
          onChange={(event) => patch({ retainage: event.target.value })}
          error={errors["retainage"]}
        />
        {accounts.length > 1 ? (
          <SelectField
            label="Revenue account"
            hint="A product’s lines go to the product’s own."
            name="chartCode"
            value={draft.chartCode}
            onChange={(event) => patch({ chartCode: event.target.value })}
            error={errors["lines.0.chartCode"]}
          >
            {accounts.map(({ code, name }, at) => (
              <option key={code} value={at === 0 ? "" : code}>
                {code} {name}
              </option>
            ))}
          </SelectField>
        ) : null}
      </div>
      {posting ? <PostedIn posting={posting} locale={place.locale} error={errors["period"]} /> : null}
    </>
  );
}

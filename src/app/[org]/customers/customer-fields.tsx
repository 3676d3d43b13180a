"use client";
// The fields of a customer's profile, as one adds and edits them: who it is, where they are, on what terms they buy, and
// what to know about them.
import { nameOf, type CustomerField, type CustomerTexts } from "@/domain/customers/customer.ts";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { FieldGroup, errorOf } from "@/ui/field-group.tsx";
import { ShippingField } from "./shipping-field.tsx";
import { TermsField } from "./terms-field.tsx";

type Props = {
  texts: CustomerTexts;
  onType: (field: CustomerField, text: string) => void;
  /** When one leaves a field: what is there already can be looked up. */
  onLeave?: () => void;
  errors: Readonly<Record<string, string | undefined>>;
  numberHint?: string;
  /** The codes of the terms that the business offers. */
  terms: readonly string[];
};

export function CustomerFields({ texts, onType, onLeave, errors, numberHint, terms }: Props) {
  const given = (field: CustomerField) => ({
    name: field,
    autoComplete: "off",
    value: texts[field],
    error: errorOf(errors, field),
    onBlur: onLeave,
    onChange: (event: { target: { value: string } }) => onType(field, event.target.value),
  });
  const called = nameOf({ ...texts, name: "" });
  return (
    <div className="grid gap-6">
      <FieldGroup title="Who">
        <Field
          label="Display name"
          maxLength={200}
          placeholder={called}
          hint="As it stands in lists and on papers. Left empty: the company, or the person."
          {...given("name")}
        />
        <Field label="Company" maxLength={200} {...given("company")} />
        <Field label="First name" maxLength={100} {...given("firstName")} />
        <Field label="Last name" maxLength={100} {...given("lastName")} />
        <Field label="E-mail" type="email" maxLength={254} {...given("email")} />
        <Field label="Phone" type="tel" maxLength={60} {...given("phone")} />
      </FieldGroup>
      <FieldGroup title="Where">
        <TextAreaField
          label="Billing address"
          hint="Street and building, one line each. House charges need it."
          {...given("addressLines")}
        />
        <div className="grid content-start items-start gap-4 desk:grid-cols-2">
          <Field label="City" maxLength={120} {...given("city")} />
          <Field label="State or region" maxLength={120} {...given("region")} />
          <Field label="Postal code" maxLength={20} {...given("postalCode")} />
          <Field label="Country" maxLength={60} hint="Left empty: yours." {...given("country")} />
        </div>
        <ShippingField
          text={texts.shippingLines}
          onType={(text) => onType("shippingLines", text)}
          error={errorOf(errors, "shippingLines")}
        />
      </FieldGroup>
      <FieldGroup title="Terms and number">
        <TermsField
          text={texts.terms}
          onType={(text) => onType("terms", text)}
          error={errors["terms"]}
          offered={terms}
        />
        <Field label="Customer number" maxLength={60} hint={numberHint} {...given("number")} />
        <Field
          label="Tax number"
          maxLength={60}
          hint="As they gave it: a resale certificate, a VAT number."
          {...given("taxNumber")}
        />
      </FieldGroup>
      <FieldGroup title="Notes">
        <TextAreaField
          label="Memo"
          maxLength={2000}
          hint="Shown at the counter and on top of each of their pages."
          {...given("memo")}
        />
        <TextAreaField
          label="Private notes"
          maxLength={5000}
          hint="For your own people. On no paper and no statement."
          {...given("privateNotes")}
        />
      </FieldGroup>
    </div>
  );
}

"use client";
// The fields of a product: what it is, what it costs and sells for, and how documents treat it.
import type { ProductField, ProductTexts } from "@/domain/products/product-texts.ts";
import { CheckField } from "@/ui/check-field.tsx";
import { Field, SelectField, TextAreaField } from "@/ui/field.tsx";
import { FieldGroup } from "@/ui/field-group.tsx";

export type RevenueAccount = { code: string; name: string };

type Props = {
  texts: ProductTexts;
  onType: (field: ProductField, text: string) => void;
  errors: Readonly<Record<string, string | undefined>>;
  accounts: readonly RevenueAccount[];
  /** Names that are there; another one is added. */
  groups: readonly string[];
  currency: string;
};

export function ProductFields({ texts, onType, errors, accounts, groups, currency }: Props) {
  const given = (field: ProductField) => ({
    name: field,
    autoComplete: "off",
    value: texts[field],
    error: errors[field],
    onChange: (event: { target: { value: string } }) => onType(field, event.target.value),
  });
  const ticked = (field: "taxable" | "retainable") => ({
    name: field,
    checked: texts[field] === "yes",
    onChange: (event: { target: { checked: boolean } }) => onType(field, event.target.checked ? "yes" : "no"),
  });
  return (
    <div className="grid gap-6">
      <FieldGroup title="What it is">
        <Field label="Name" maxLength={200} {...given("name")} />
        <Field label="Unit" maxLength={20} hint="How it is counted: each, bag, yd, hr." {...given("unit")} />
        <Field label="SKU" maxLength={60} hint="Your own number for it, if it has one." {...given("sku")} />
        <Field
          label="Barcode"
          maxLength={60}
          hint="What a scanner at the counter reads."
          {...given("barcode")}
        />
        <Field
          label="Product group"
          maxLength={60}
          list="product-groups"
          hint="Customers with a discount class may pay less for a group. A new name adds a group."
          {...given("group")}
        />
        <datalist id="product-groups">
          {groups.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        <div className="desk:col-span-2">
          <TextAreaField label="Description" maxLength={500} {...given("description")} />
        </div>
      </FieldGroup>
      <FieldGroup title={`Money, in ${currency}`}>
        <Field
          label="Sales price"
          inputMode="decimal"
          hint="Of one unit; up to 8 decimals, such as 0.0375."
          {...given("price")}
        />
        <Field
          label="Cost"
          inputMode="decimal"
          hint="What it costs you. On no document."
          {...given("cost")}
          error={errors["cost"] ?? errors["costCents"]}
        />
        <SelectField label="Revenue account" {...given("chartCode")}>
          {accounts.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} {name}
            </option>
          ))}
        </SelectField>
      </FieldGroup>
      <FieldGroup title="On documents">
        <CheckField
          label="Taxable"
          hint="The tax of your settings is added when it is sold."
          {...ticked("taxable")}
        />
        <CheckField
          label="Retainage may be held back"
          hint="Turn it off for what is paid in full at once, such as delivery."
          {...ticked("retainable")}
        />
      </FieldGroup>
    </div>
  );
}

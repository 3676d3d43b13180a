"use client";
// The fields of a new business. The address follows the name until someone types one; the time zone is the
// browser's until someone chooses another.
import { useEffect, useState } from "react";
import { slugFrom } from "@/domain/slug.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import type { BusinessChoices } from "./business-choices.ts";
import type { FormState } from "./form-state.ts";

type Props = { state: FormState; choices: BusinessChoices };

export function BusinessFields({ state: { values, errors }, choices }: Props) {
  const [slug, setSlug] = useState(values["slug"] ?? "");
  const [typedSlug, setTypedSlug] = useState(Boolean(values["slug"]));
  return (
    <>
      <Field
        label="Business name"
        name="businessName"
        autoComplete="organization"
        defaultValue={values["businessName"]}
        error={errors["businessName"]}
        onChange={(event) => {
          if (!typedSlug) setSlug(slugFrom(event.target.value));
        }}
      />
      <Field
        label="Web address"
        name="slug"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={slug}
        hint={`Your books will be at ${choices.host}/${slug || "your-business"}`}
        error={errors["slug"]}
        onChange={(event) => {
          setSlug(event.target.value);
          setTypedSlug(event.target.value !== "");
        }}
      />
      <CurrencyField kept={values["currency"]} error={errors["currency"]} choices={choices} />
      <ZoneField kept={values["zone"]} error={errors["zone"]} choices={choices} />
      <Field
        label="Books start on"
        name="startOn"
        type="date"
        defaultValue={values["startOn"] ?? choices.startOn}
        hint="Nothing can be dated before this day. Choose an early one if you bring old invoices."
        error={errors["startOn"]}
      />
    </>
  );
}

type ChoiceProps = { kept: string | undefined; error: string | undefined; choices: BusinessChoices };

function CurrencyField({ kept, error, choices }: ChoiceProps) {
  const [currency, setCurrency] = useState(kept ?? "USD");
  return (
    <SelectField
      label="Currency"
      name="currency"
      value={currency}
      error={error}
      onChange={(event) => setCurrency(event.target.value)}
    >
      {[choices.common, choices.rest].map((group, index) => (
        <optgroup key={index} label={index === 0 ? "Common" : "All"}>
          {group.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} ({code})
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

function ZoneField({ kept, error, choices }: ChoiceProps) {
  const [zone, setZone] = useState(kept ?? "UTC");
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (kept === undefined && choices.zones.includes(here)) setZone(here);
  }, [kept, choices.zones]);
  return (
    <SelectField
      label="Time zone"
      name="zone"
      value={zone}
      hint="It decides what “today” is in your books."
      error={error}
      onChange={(event) => setZone(event.target.value)}
    >
      {choices.zones.map((name) => (
        <option key={name} value={name}>
          {name.replaceAll("_", " ")}
        </option>
      ))}
    </SelectField>
  );
}

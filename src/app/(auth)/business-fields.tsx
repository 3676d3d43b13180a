"use client";
// The fields of a new business. The address follows the name until someone types one; the time zone is the
// browser's until someone chooses another.
import { useEffect, useRef, useState } from "react";
import { LOCALES } from "@/domain/business/region.ts";
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
      <LocaleField kept={values["locale"]} error={errors["locale"]} />
      <ZoneField kept={values["zone"]} error={errors["zone"]} choices={choices} />
      <Field
        label="Sales tax, percent"
        name="taxRate"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={values["taxRate"]}
        hint="0 where you charge none. Left empty, receipts say “no tax set” until you answer it in Settings."
        error={errors["taxRate"]}
      />
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

/** React empties a form after its action; a select comes back to what was chosen only as a new one (its key). */
function CurrencyField({ kept = "USD", error, choices }: ChoiceProps) {
  return (
    <SelectField label="Currency" name="currency" key={kept} defaultValue={kept} error={error}>
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

/** The browser's, where it is one of those that are proven. */
function LocaleField({ kept, error }: Omit<ChoiceProps, "choices">) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const here = navigator.languages.find((each) => each in LOCALES);
    if (select.current && kept === undefined && here) select.current.value = here;
  }, [kept]);
  return (
    <SelectField
      label="Numbers and dates"
      hint="Statements and receipts begin in its language; the settings can change either."
      name="locale"
      key={kept}
      ref={select}
      defaultValue={kept ?? "en-US"}
      error={error}
    >
      {Object.entries(LOCALES).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function ZoneField({ kept, error, choices }: ChoiceProps) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (select.current && kept === undefined && choices.zones.includes(here)) select.current.value = here;
  }, [kept, choices.zones]);
  return (
    <SelectField
      label="Time zone"
      name="zone"
      key={kept}
      ref={select}
      defaultValue={kept ?? "UTC"}
      hint="It decides what “today” is in your books."
      error={error}
    >
      {choices.zones.map((name) => (
        <option key={name} value={name}>
          {name.replaceAll("_", " ")}
        </option>
      ))}
    </SelectField>
  );
}

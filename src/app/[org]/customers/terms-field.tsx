"use client";
// How soon a customer pays: at once, after the usual days, or after days of their own.
import { useState } from "react";
import { USUAL_TERMS, termsOf } from "@/domain/customers/terms.ts";
import { Field, SelectField } from "@/ui/field.tsx";

type Props = { text: string; onType: (text: string) => void; error: string | undefined };

const OWN = "own";
const isUsual = (text: string) => USUAL_TERMS.some((days) => String(days) === text);

export function TermsField({ text, onType, error }: Props) {
  const [chosen, setOwn] = useState(false);
  const own = chosen || !isUsual(text);
  function choose(value: string) {
    setOwn(value === OWN);
    if (value !== OWN) onType(value);
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-start gap-2">
      <div className={own ? "" : "col-span-2"}>
        <SelectField
          label="Billing terms"
          name="terms"
          value={own ? OWN : text}
          onChange={(event) => choose(event.target.value)}
          error={own ? undefined : error}
        >
          {USUAL_TERMS.map((days) => (
            <option key={days} value={days}>
              {termsOf(days)}
            </option>
          ))}
          <option value={OWN}>Other</option>
        </SelectField>
      </div>
      {own ? (
        <Field
          label="Days"
          name="termsDays"
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={text}
          onChange={(event) => onType(event.target.value)}
          error={error}
        />
      ) : null}
    </div>
  );
}

"use client";
// The terms of an invoice: those that the business has, the customer's, the one it has, and a day that is said.
import { codeWords, readTerms } from "@/domain/values/terms.ts";
import { SelectField } from "@/ui/field.tsx";

/** `value` is a code, "" where its due date is said; `codes` are what can be chosen beside it. */
type Props = { value: string; codes: readonly string[]; onChange: (code: string) => void };

export function TermsField({ value, codes, onChange }: Props) {
  const all = [...new Set([...codes, value])].filter((code) => readTerms(code) !== null);
  return (
    <SelectField label="Terms" name="terms" value={value} onChange={(event) => onChange(event.target.value)}>
      {all.map((code) => (
        <option key={code} value={code}>
          {codeWords(code)}
        </option>
      ))}
      <option value="">Due on a day</option>
    </SelectField>
  );
}

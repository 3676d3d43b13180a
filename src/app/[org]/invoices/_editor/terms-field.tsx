"use client";
// The terms of an invoice: the usual ones, the customer's, the one it has, and a day that is said.
import { readTerms, termsWords } from "@/domain/customers/terms.ts";
import { SelectField } from "@/ui/field.tsx";

const USUAL = ["net-0", "net-10", "net-15", "net-30", "net-45", "net-60", "day-10", "day-31"];

/** `value` is a code, "" where its due date is said. `also` are codes that aren't among the usual ones. */
type Props = { value: string; also: readonly string[]; onChange: (code: string) => void };

export function TermsField({ value, also, onChange }: Props) {
  const codes = [...new Set([...USUAL, ...also, value])].flatMap((code) => {
    const terms = readTerms(code);
    return terms ? [[code, termsWords(terms)] as const] : [];
  });
  return (
    <SelectField label="Terms" name="terms" value={value} onChange={(event) => onChange(event.target.value)}>
      {codes.map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
      <option value="">Due on a day</option>
    </SelectField>
  );
}

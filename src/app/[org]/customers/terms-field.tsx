"use client";
// How soon a customer pays: under terms that the business offers, those they have, or after days of their own.
import { useState } from "react";
import { codeWords } from "@/domain/values/terms.ts";
import { Field, SelectField } from "@/ui/field.tsx";

type Props = {
  /** The code of the terms: "net-30". */
  text: string;
  onType: (text: string) => void;
  error: string | undefined;
  /** The codes of what the business offers. */
  offered: readonly string[];
};

const OWN = "own";

export function TermsField({ text, onType, error, offered }: Props) {
  const [own, setOwn] = useState(false);
  // What they had when the form was opened can be chosen again.
  const [theirs] = useState(text);
  const codes = [...new Set([...offered, theirs])];
  const isOwn = own || !codes.includes(text);
  function choose(value: string) {
    setOwn(value === OWN);
    if (value !== OWN) onType(value);
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-start gap-2">
      <div className={isOwn ? "" : "col-span-2"}>
        <SelectField
          label="Billing terms"
          name="terms"
          value={isOwn ? OWN : text}
          onChange={(event) => choose(event.target.value)}
          error={isOwn ? undefined : error}
        >
          {codes.map((code) => (
            <option key={code} value={code}>
              {codeWords(code)}
            </option>
          ))}
          <option value={OWN}>Other</option>
        </SelectField>
      </div>
      {isOwn ? (
        <Field
          label="Days"
          name="days"
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={/^net-(.*)$/.exec(text)?.[1] ?? ""}
          onChange={(event) => onType(`net-${event.target.value.trim()}`)}
          error={error}
        />
      ) : null}
    </div>
  );
}

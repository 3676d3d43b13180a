"use client";
// The way money comes or goes, to choose from.
import { PAYMENT_METHODS, type MethodByHand } from "@/domain/ledger/payment-method.ts";
import { SelectField } from "@/ui/field.tsx";

type Props = {
  method: MethodByHand;
  onMethod: (method: MethodByHand) => void;
  error: string | undefined;
};

export function MethodSelect({ method, onMethod, error }: Props) {
  return (
    <SelectField
      label="Method"
      name="method"
      value={method}
      onChange={(event) => onMethod(event.target.value as MethodByHand)}
      error={error}
    >
      {Object.entries(PAYMENT_METHODS).map(([each, words]) =>
        each === "online" ? null : (
          <option key={each} value={each}>
            {each === "record-only" ? "Other" : words}
          </option>
        ),
      )}
    </SelectField>
  );
}

"use client";
// The way money comes or goes, to choose from.
import { METHODS_BY_HAND, PAYMENT_METHODS, type MethodByHand } from "@/domain/ledger/payment-method.ts";
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
      {METHODS_BY_HAND.map((each) => (
        <option key={each} value={each}>
          {each === "record-only" ? "Other" : PAYMENT_METHODS[each]}
        </option>
      ))}
    </SelectField>
  );
}

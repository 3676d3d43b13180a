"use client";
// Where goods go: to the billing address, or to an address of its own. Changing one's mind loses nothing.
import { useState } from "react";
import { CheckField } from "@/ui/check-field.tsx";
import { TextAreaField } from "@/ui/field.tsx";

type Props = { text: string; onType: (text: string) => void; error: string | undefined };

export function ShippingField({ text, onType, error }: Props) {
  const [chosen, setSame] = useState(text === "");
  // A text that came otherwise is an address of its own, whatever was ticked.
  const same = chosen && text === "";
  const [kept, setKept] = useState(text);
  function turn(toSame: boolean) {
    setSame(toSame);
    onType(toSame ? "" : kept);
  }
  function type(next: string) {
    setKept(next);
    onType(next);
  }
  return (
    <div className="grid gap-1">
      {same ? (
        <p className="text-13 font-medium">Shipping address</p>
      ) : (
        <TextAreaField
          label="Shipping address"
          name="shippingLines"
          autoComplete="off"
          value={text}
          onChange={(event) => type(event.target.value)}
          error={error}
        />
      )}
      <CheckField label="Same as billing" checked={same} onChange={(event) => turn(event.target.checked)} />
    </div>
  );
}

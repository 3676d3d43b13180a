"use client";
// What a customer is charged for a payment that came back, unless the clerk says otherwise.
import { useState } from "react";
import { parseAmount } from "@/domain/values/money.ts";
import type { Settings } from "@/domain/business/settings.ts";
import { FEE_FIELDS, feeTexts } from "@/domain/business/settings-texts.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { SettingForm } from "./setting-form.tsx";
import { useSetting } from "./use-setting.ts";

type Props = { org: string; settings: Settings; mayChange: boolean; currency: string };

const NO_FEE = "Enter an amount like 35.00, or leave it empty.";

/** null is none; undefined is no amount. */
function feeOf(text: string, currency: string) {
  if (text.trim() === "") return null;
  const fee = parseAmount(text, currency);
  return typeof fee === "string" || fee < 0 ? undefined : fee === 0 ? null : fee;
}

export function ReturnedFeeSetting({ org, settings, mayChange, currency }: Props) {
  const [error, setError] = useState<string | undefined>(undefined);
  const setting = useSetting(
    { version: settings.version, texts: feeTexts(settings, currency) },
    ({ returnedFee }, version, commandKey) => {
      const returnedFeeCents = feeOf(returnedFee, currency) ?? null;
      return api(org).settings.changeReturnedFee.mutate({ commandKey, version, returnedFeeCents });
    },
    "Fee saved, for the next payment that comes back",
  );
  function blocked() {
    const wrong = feeOf(setting.texts.returnedFee, currency) === undefined;
    setError(wrong ? NO_FEE : undefined);
    return wrong;
  }
  const { error: refused, ...given } = setting.given("returnedFee");
  return (
    <SettingForm
      name="Returned payments"
      setting={setting}
      words={FEE_FIELDS}
      mayChange={mayChange}
      blocked={blocked}
      effect="Offered when a payment is taken back as returned, where it can still be changed or left out."
    >
      <Field
        label={`Fee, ${currency}`}
        inputMode="decimal"
        hint="Left empty, nothing is charged."
        {...given}
        error={error ?? refused ?? setting.fault?.fields["returnedFeeCents"]}
      />
    </SettingForm>
  );
}

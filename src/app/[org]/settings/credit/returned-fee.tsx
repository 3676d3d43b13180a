"use client";
// What a customer is charged for a payment that came back, unless the clerk says otherwise.
import { useState } from "react";
import { minorDigits, parseAmount } from "@/domain/values/money.ts";
import { sampleNumber, typedNumber, type Notation } from "@/domain/values/written-number.ts";
import type { Settings } from "@/domain/business/settings.ts";
import { FEE_FIELDS, feeTexts } from "@/domain/business/settings-texts.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = { org: string; settings: Settings; mayChange: boolean; currency: string; locale: string };

/** null is none; undefined is no amount. */
function feeOf(text: string, { currency, locale }: Notation) {
  if (text.trim() === "") return null;
  const fee = parseAmount(text, currency, locale);
  return typeof fee === "string" || fee < 0 ? undefined : fee === 0 ? null : fee;
}

export function ReturnedFeeSetting({ org, settings, mayChange, currency, locale }: Props) {
  const notation = { currency, locale };
  const [error, setError] = useState<string | undefined>(undefined);
  const setting = useSetting(
    { version: settings.version, texts: feeTexts(settings, notation) },
    ({ returnedFee }, version, commandKey) => {
      const returnedFeeCents = feeOf(returnedFee, notation) ?? null;
      return api(org).settings.changeReturnedFee.mutate({ commandKey, version, returnedFeeCents });
    },
    "Fee saved, for the next payment that comes back",
    ({ returnedFee }) => ({ returnedFee: typedNumber(returnedFee, locale) }),
  );
  function blocked() {
    const wrong = feeOf(setting.texts.returnedFee, notation) === undefined;
    setError(
      wrong
        ? `Enter an amount like ${sampleNumber(locale, minorDigits(currency))}, or leave it empty.`
        : undefined,
    );
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
      effect="Offered when the bank returns a payment, where it can still be changed or left out."
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

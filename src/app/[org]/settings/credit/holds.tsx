"use client";
// What puts an account on hold by itself, which limits take a second person, and what an invoice meets that a limit or a hold
// speaks against.
import { useState } from "react";
import { INVOICE_POLICIES, type InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import { minorDigits, parseAmount } from "@/domain/values/money.ts";
import { sampleNumber, typedNumber, type Notation } from "@/domain/values/written-number.ts";
import type { Settings } from "@/domain/business/settings.ts";
import { HOLD_FIELDS, holdTexts } from "@/domain/business/settings-texts.ts";
import { api } from "@/server/client.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = { org: string; settings: Settings; mayChange: boolean; currency: string; locale: string };

/** null is none; undefined is no amount. */
function amountOf(text: string, { currency, locale }: Notation) {
  if (text.trim() === "") return null;
  const amount = parseAmount(text, currency, locale);
  return typeof amount === "string" || amount < 0 ? undefined : amount;
}

/** null is none; undefined is no number of days. */
function daysOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const days = Number(text.trim());
  return Number.isInteger(days) && days >= 1 && days <= 3650 ? days : undefined;
}

const policyOf = (text: string): InvoicePolicy => (text === "ask" || text === "block" ? text : "warn");

type Wrong = { holdAfterDays?: string; holdOver?: string; approveAbove?: string };

export function HoldSetting({ org, settings, mayChange, currency, locale }: Props) {
  const notation = { currency, locale };
  const [wrong, setWrong] = useState<Wrong>({});
  const setting = useSetting(
    { version: settings.version, texts: holdTexts(settings, notation) },
    ({ holdAfterDays, holdOver, approveAbove, invoicePolicy }, version, commandKey) =>
      api(org).settings.changeHolds.mutate({
        commandKey,
        version,
        holdAfterDays: daysOf(holdAfterDays) ?? null,
        holdOverCents: amountOf(holdOver, notation) ?? null,
        approveAboveCents: amountOf(approveAbove, notation) ?? null,
        invoicePolicy: policyOf(invoicePolicy),
      }),
    "Holds saved: they count at once, at every counter",
    (now) => ({
      ...now,
      holdOver: typedNumber(now.holdOver, locale),
      approveAbove: typedNumber(now.approveAbove, locale),
    }),
  );
  function blocked() {
    const { holdAfterDays, holdOver, approveAbove } = setting.texts;
    const enter = `Enter an amount like ${sampleNumber(locale, minorDigits(currency))}, or leave it empty.`;
    const found: Wrong = {
      ...(daysOf(holdAfterDays) === undefined && {
        holdAfterDays: "Enter 1 to 3,650 days, or leave it empty.",
      }),
      ...(amountOf(holdOver, notation) === undefined && {
        holdOver: enter,
      }),
      ...(amountOf(approveAbove, notation) === undefined && { approveAbove: enter }),
    };
    setWrong(found);
    return Object.keys(found).length > 0;
  }
  return (
    <SettingForm
      name="Holds"
      setting={setting}
      words={HOLD_FIELDS}
      mayChange={mayChange}
      blocked={blocked}
      effect="A hold by itself ends by itself: when what is due is paid. Credit terms can exempt a customer."
    >
      <Field
        label={HOLD_FIELDS.holdAfterDays}
        inputMode="numeric"
        hint="Left empty, age holds nobody."
        {...setting.given("holdAfterDays")}
        error={wrong.holdAfterDays ?? setting.given("holdAfterDays").error}
      />
      <Field
        label={`${HOLD_FIELDS.holdOver}, ${currency}`}
        inputMode="decimal"
        hint="Left empty, a limit that is passed holds nobody."
        {...setting.given("holdOver")}
        error={wrong.holdOver ?? setting.fault?.fields["holdOverCents"]}
      />
      <Field
        label={`${HOLD_FIELDS.approveAbove}, ${currency}`}
        inputMode="decimal"
        hint="Left empty, one person decides on any limit."
        {...setting.given("approveAbove")}
        error={wrong.approveAbove ?? setting.fault?.fields["approveAboveCents"]}
      />
      <div className="desk:col-span-2">
        <SelectField
          label={HOLD_FIELDS.invoicePolicy}
          hint="A charge at the counter is never let past a limit or a hold without an override."
          {...setting.given("invoicePolicy")}
        >
          {Object.entries(INVOICE_POLICIES).map(([policy, words]) => (
            <option key={policy} value={policy}>
              {words}
            </option>
          ))}
        </SelectField>
      </div>
    </SettingForm>
  );
}

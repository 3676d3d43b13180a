"use client";
// The tax of a business that takes one: what it is called and how many percent.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { cents, formatAmount } from "@/domain/values/money.ts";
import type { Settings } from "@/domain/business/settings.ts";
import { TAX_FIELDS, taxTexts } from "@/domain/business/settings-texts.ts";
import { taxOn } from "@/domain/values/tax.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";
import { plainPercent } from "./typed-percent.ts";

type Props = { org: string; settings: Settings; mayChange: boolean; currency: string; locale: string };

export function TaxSetting({ org, settings, mayChange, currency, locale }: Props) {
  const setting = useSetting(
    { version: settings.version, texts: taxTexts(settings, locale) },
    ({ taxName, taxRate }, version, commandKey) => {
      const rate = plainPercent(taxRate, locale);
      return api(org).settings.changeTax.mutate({ commandKey, version, taxName, taxRate: rate });
    },
    "Tax saved, from the next receipt on",
    (now) => ({ ...now, taxRate: typedNumber(now.taxRate, locale) }),
  );
  return (
    <SettingForm
      name="Tax"
      setting={setting}
      words={TAX_FIELDS}
      mayChange={mayChange}
      effect={<Effect settings={settings} currency={currency} locale={locale} />}
    >
      <Field label="Name" maxLength={40} hint="As it stands on receipts." {...setting.given("taxName")} />
      <Field
        label="Rate, percent"
        inputMode="decimal"
        hint="Up to three decimals; 0 where nothing is taxed."
        {...setting.given("taxRate")}
      />
    </SettingForm>
  );
}

function Effect({ settings, currency, locale }: Omit<Props, "org" | "mayChange">) {
  const { taxName, taxRate, taxAnswered } = settings;
  if (!taxAnswered)
    return "No tax set: nothing is taxed, and receipts say “no tax set”, until you enter a rate, or 0.";
  if (taxRate === null) return "Nothing is taxed now. A change counts from the next receipt on.";
  const hundred = cents(10_000);
  const [goods, tax] = [hundred, taxOn(hundred, taxRate)].map((each) => formatAmount(each, currency, locale));
  return (
    <>
      Now {taxName} of {formatPercent(taxRate, locale)}: on {goods} of taxable goods {tax}. A change counts
      from the next receipt on; what is issued keeps its tax.
    </>
  );
}

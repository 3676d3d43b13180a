"use client";
// The business's own Stripe keys, and how it takes money online. Keys are typed, kept sealed, and never shown again.
import { useState } from "react";
import { minorDigits, parseAmount } from "@/domain/values/money.ts";
import { plainNumber, sampleNumber } from "@/domain/values/written-number.ts";
import { ONLINE_FIELDS, onlineTexts, type KeptOnlineSettings } from "@/domain/payments/online-settings.ts";
import type { BankAccount } from "@/domain/payments/to-account.ts";
import { api } from "@/server/client.ts";
import { CheckField } from "@/ui/check-field.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = {
  org: string;
  settings: KeptOnlineSettings;
  banks: readonly BankAccount[];
  undeposited: string;
  currency: string;
  locale: string;
  mayChange: boolean;
};

export function OnlineSetting({ org, settings, banks, undeposited, currency, locale, mayChange }: Props) {
  const [error, setError] = useState<string | undefined>(undefined);
  const smallestOf = (text: string) => {
    const amount = parseAmount(text, currency, locale);
    return typeof amount === "string" || amount <= 0 ? null : amount;
  };
  const setting = useSetting(
    { version: settings.version, texts: onlineTexts(settings, { currency, locale }) },
    ({ inUse, secretKey, webhookSecret, toAccount, surchargePercent, smallest }, version, commandKey) =>
      api(org).onlineSettings.change.mutate({
        commandKey,
        version,
        inUse: inUse === "yes",
        secretKey: secretKey.trim() === "" ? null : secretKey,
        webhookSecret: webhookSecret.trim() === "" ? null : webhookSecret,
        toAccount: toAccount === "" ? null : toAccount,
        surchargePercent: plainNumber(surchargePercent, locale) ?? surchargePercent,
        smallestCents: smallestOf(smallest) ?? settings.smallestCents,
      }),
    "Saved, for every link from now on",
  );
  function blocked() {
    const wrong = smallestOf(setting.texts.smallest) === null;
    setError(wrong ? `Enter an amount like ${sampleNumber(locale, minorDigits(currency))}.` : undefined);
    return wrong;
  }
  const kept = (has: boolean) => (has ? "Leave it empty to keep the one that is there." : undefined);
  const secret = { type: "password", maxLength: 300 } as const;
  const { error: refused, ...smallest } = setting.given("smallest");
  return (
    <SettingForm
      name="Online payments"
      setting={setting}
      words={ONLINE_FIELDS}
      mayChange={mayChange}
      blocked={blocked}
      effect="Off until both keys are set. Payments that were begun before are still taken."
    >
      <div className="desk:col-span-2">
        <CheckField
          label={ONLINE_FIELDS.inUse}
          hint="From the link in a statement’s mail, on a page of Stripe. The money goes to your own account there."
          name="inUse"
          checked={setting.texts.inUse === "yes"}
          onChange={(event) => setting.type("inUse", event.target.checked ? "yes" : "no")}
        />
      </div>
      <Field
        label={ONLINE_FIELDS.secretKey}
        {...secret}
        placeholder={settings.keyHint || "sk_live_…"}
        hint={kept(settings.keyHint !== "") ?? "In Stripe under Developers, API keys."}
        {...setting.given("secretKey")}
        autoComplete="new-password"
      />
      <Field
        label={ONLINE_FIELDS.webhookSecret}
        {...secret}
        placeholder="whsec_…"
        hint={kept(settings.hasWebhookSecret) ?? "Stripe shows it when you add the webhook below."}
        {...setting.given("webhookSecret")}
        autoComplete="new-password"
      />
      <SelectField
        label={ONLINE_FIELDS.toAccount}
        hint="A clearing account of its own shows what Stripe still holds."
        {...setting.given("toAccount")}
      >
        <option value="">{undeposited}</option>
        {banks.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {name}
          </option>
        ))}
      </SelectField>
      <Field
        label={`${ONLINE_FIELDS.smallest}, ${currency}`}
        inputMode="decimal"
        maxLength={20}
        {...smallest}
        error={error ?? refused ?? setting.fault?.fields["smallestCents"]}
      />
      <Field
        label={ONLINE_FIELDS.surchargePercent}
        inputMode="decimal"
        maxLength={6}
        hint="0 for none; 3 at most. In some places, and on debit cards, no surcharge may be taken: ask before you set one. The customer sees it before they pay."
        {...setting.given("surchargePercent")}
      />
    </SettingForm>
  );
}

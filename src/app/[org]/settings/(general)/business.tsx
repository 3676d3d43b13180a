"use client";
// What papers say of the business beside its name.
import type { Settings } from "@/domain/business/settings.ts";
import { BUSINESS_FIELDS, businessTexts, linesTyped } from "@/domain/business/settings-texts.ts";
import { api } from "@/server/client.ts";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = { org: string; settings: Settings; mayChange: boolean };

export function BusinessSetting({ org, settings, mayChange }: Props) {
  const setting = useSetting(
    { version: settings.version, texts: businessTexts(settings) },
    ({ addressLines, phone, email }, version, commandKey) =>
      api(org).settings.changeDetails.mutate({
        commandKey,
        version,
        phone,
        email,
        addressLines: linesTyped(addressLines),
      }),
    "Details saved, for the next statement, receipt and mail",
  );
  const { fields = {} } = setting.fault ?? {};
  const line = Object.keys(fields).find((name) => name.startsWith("addressLines"));
  return (
    <SettingForm
      name="Business details"
      setting={setting}
      words={BUSINESS_FIELDS}
      mayChange={mayChange}
      effect="On statements, receipts and mails from now on. What is issued stays as it is."
    >
      <TextAreaField
        label="Address"
        rows={4}
        hint="One line each, six at most."
        {...setting.given("addressLines")}
        error={line && fields[line]}
      />
      <div className="grid gap-4">
        <Field label="Phone" type="tel" maxLength={60} {...setting.given("phone")} />
        <Field label="E-mail" type="email" maxLength={254} {...setting.given("email")} />
      </div>
    </SettingForm>
  );
}

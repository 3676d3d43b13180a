"use client";
// Whether credit that is set aside widens what a customer can charge.
import type { Settings } from "@/domain/business/settings.ts";
import { CREDIT_FIELDS, creditTexts } from "@/domain/business/settings-texts.ts";
import { api } from "@/server/client.ts";
import { CheckField } from "@/ui/check-field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = { org: string; settings: Settings; mayChange: boolean };

export function CreditSetting({ org, settings, mayChange }: Props) {
  const setting = useSetting(
    { version: settings.version, texts: creditTexts(settings) },
    ({ countEarmarked }, version, commandKey) =>
      api(org).settings.changeCredit.mutate({
        commandKey,
        version,
        countEarmarked: countEarmarked === "yes",
      }),
    "Credit saved: Can Charge follows at once",
  );
  return (
    <SettingForm
      name="Credit"
      setting={setting}
      words={CREDIT_FIELDS}
      mayChange={mayChange}
      effect="Can Charge = limit − (balance − credit that counts) − reserved. A change counts at once, at every counter."
    >
      <div className="desk:col-span-2">
        <CheckField
          label={CREDIT_FIELDS.countEarmarked}
          hint="Off, credit that is set aside for something is kept for it. On, it can be charged against, too."
          name="countEarmarked"
          checked={setting.texts.countEarmarked === "yes"}
          onChange={(event) => setting.type("countEarmarked", event.target.checked ? "yes" : "no")}
        />
      </div>
    </SettingForm>
  );
}

"use client";
// What is asked of a customer before the link in their mail opens.
import type { Settings } from "@/domain/business/settings.ts";
import { LINK_FIELDS, linkTexts } from "@/domain/business/settings-texts.ts";
import { LINK_CHECKS, type LinkCheck } from "@/domain/statements/link-check.ts";
import { api } from "@/server/client.ts";
import { SelectField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = { org: string; settings: Settings; mayChange: boolean };

export function LinkCheckSetting({ org, settings, mayChange }: Props) {
  const setting = useSetting(
    { version: settings.version, texts: linkTexts(settings) },
    ({ linkCheck }, version, commandKey) =>
      api(org).settings.changeLinks.mutate({ commandKey, version, linkCheck: linkCheck as LinkCheck }),
    "Saved, for every link from now on",
  );
  return (
    <SettingForm
      name="Links"
      setting={setting}
      words={LINK_FIELDS}
      mayChange={mayChange}
      effect="Five tries, then the link stays shut for an hour. Who answered isn’t asked again for half an hour."
    >
      <SelectField
        label={LINK_FIELDS.linkCheck}
        hint="A customer without a postcode is asked for their last invoice; who has neither is asked nothing."
        {...setting.given("linkCheck")}
      >
        {Object.entries(LINK_CHECKS).map(([check, words]) => (
          <option key={check} value={check}>
            {words}
          </option>
        ))}
      </SelectField>
    </SettingForm>
  );
}

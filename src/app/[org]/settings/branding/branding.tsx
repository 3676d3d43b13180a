"use client";
// Sets how papers look, beside a paper that looks so already.
import { useState } from "react";
import {
  BRANDING_FIELDS,
  brandingTexts,
  type Branding,
  type BrandingField,
} from "@/domain/business/branding.ts";
import { linesTyped } from "@/domain/business/settings-texts.ts";
import type { Texts } from "@/domain/edits.ts";
import { BUCKETS, type Bucket } from "@/domain/ledger/aging.ts";
import { api } from "@/server/client.ts";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";
import { AccentField } from "./accent-field.tsx";
import { LogoField } from "./logo-field.tsx";
import { PaperPreview } from "./paper-preview.tsx";

type Props = { org: string; branding: Branding; address: readonly string[]; mayChange: boolean };

export function BrandingSetting({ org, branding, address, mayChange }: Props) {
  /** The message whose paper is shown: the one that was last in hand. */
  const [late, setLate] = useState<Bucket>("d31_60");
  const setting = useSetting<BrandingField>(
    { version: branding.version, texts: brandingTexts(branding) },
    (texts, version, commandKey) =>
      api(org).branding.change.mutate({ commandKey, version, ...brandingTyped(texts) }),
    "Saved, for every paper from now on",
  );
  const { fields = {} } = setting.fault ?? {};
  const line = Object.keys(fields).find((name) => name.startsWith("remitTo"));
  return (
    <div className="grid items-start gap-6 desk:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <SettingForm
        name="Branding"
        setting={setting}
        words={BRANDING_FIELDS}
        mayChange={mayChange}
        effect="On papers drawn from now on. A statement that is issued stays as it is."
      >
        <LogoField org={org} hash={setting.texts.logo} onChoose={(hash) => setting.type("logo", hash)} />
        <AccentField {...setting.given("accent")} onChoose={(colour) => setting.type("accent", colour)} />
        <TextAreaField
          label={BRANDING_FIELDS.remitTo}
          rows={4}
          placeholder={address.join("\n")}
          hint="Only when it isn’t the address of the business. One line each, six at most."
          {...setting.given("remitTo")}
          error={line && fields[line]}
        />
        <Field
          label={BRANDING_FIELDS.iban}
          maxLength={42}
          hint="On statements. In euros, the code on the slip is then one that a bank’s app pays by."
          {...setting.given("iban")}
        />
        <div className="desk:col-span-2">
          <TextAreaField
            label={BRANDING_FIELDS.terms}
            rows={3}
            maxLength={600}
            hint="Small, above the slip of a statement and at the end of an invoice."
            {...setting.given("terms")}
          />
        </div>
        <p className="text-13 text-soft desk:col-span-2">
          <span className="font-medium text-ink">A message by how late the money is.</span> The oldest that a
          customer owes chooses it; who owes nothing gets none.
        </p>
        {BUCKETS.map((bucket) => (
          <TextAreaField
            key={bucket}
            label={BRANDING_FIELDS[bucket]}
            rows={2}
            maxLength={300}
            onFocus={() => setLate(bucket)}
            {...setting.given(bucket)}
          />
        ))}
      </SettingForm>
      {mayChange ? <PaperPreview org={org} set={brandingTyped(setting.texts)} late={late} /> : null}
    </div>
  );
}

function brandingTyped({ logo, remitTo, ...texts }: Texts<BrandingField>) {
  return { ...texts, logo: logo === "" ? null : logo, remitTo: linesTyped(remitTo) };
}

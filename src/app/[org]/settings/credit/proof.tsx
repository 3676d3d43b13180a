"use client";
// What a house charge at the counter takes of its customer: nothing, their signature on a screen, or one on paper.
import type { Settings } from "@/domain/business/settings.ts";
import { PROOF_FIELDS, proofTexts } from "@/domain/business/settings-texts.ts";
import { CHARGE_PROOFS, type ChargeProof } from "@/domain/receipts/signature.ts";
import { api } from "@/server/client.ts";
import { SelectField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = { org: string; settings: Settings; mayChange: boolean };

const proofOf = (text: string): ChargeProof => (text === "signature" || text === "copies" ? text : "none");

export function ProofSetting({ org, settings, mayChange }: Props) {
  const setting = useSetting(
    { version: settings.version, texts: proofTexts(settings) },
    ({ chargeProof }, version, commandKey) =>
      api(org).settings.changeProof.mutate({ commandKey, version, chargeProof: proofOf(chargeProof) }),
    "Saved, for the next house charge",
  );
  return (
    <SettingForm
      name="House charges"
      setting={setting}
      words={PROOF_FIELDS}
      mayChange={mayChange}
      effect="What is signed on a screen is sealed into the account’s history, and shown beside the charge. Tills and web shops that charge by the API aren’t asked."
    >
      <div className="desk:col-span-2">
        <SelectField
          label={PROOF_FIELDS.chargeProof}
          hint="A signature is drawn on the counter’s screen, or on the customer’s own phone by a code."
          {...setting.given("chargeProof")}
        >
          {Object.entries(CHARGE_PROOFS).map(([proof, words]) => (
            <option key={proof} value={proof}>
              {words}
            </option>
          ))}
        </SelectField>
      </div>
    </SettingForm>
  );
}

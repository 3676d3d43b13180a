// How statements, invoices and receipts look, and what a statement says by how late the money is.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { BrandingSetting } from "./branding.tsx";

export const metadata: Metadata = { title: "Branding · Settings" };

export default async function BrandingSettings({ params }: PageProps<"/[org]/settings/branding">) {
  const { org } = await params;
  const section = await readSection(org);
  if (!section) return null;
  const { mayChange } = section.given;
  const branding = await (await apiFor(org)).branding.read({});
  return (
    <SettingSection id="branding" title="Your papers" mayChange={mayChange}>
      <BrandingSetting
        key={JSON.stringify(branding)}
        org={org}
        branding={branding}
        address={section.given.settings.addressLines}
        mayChange={mayChange}
      />
    </SettingSection>
  );
}

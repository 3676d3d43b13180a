// The taxes of the business: the one that most have in two fields, and for whoever needs more the agencies, their rates and
// rates that are taken together.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { toCustomers } from "../../_shell/links.ts";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { Agencies } from "./agencies.tsx";
import { Rates } from "./rates.tsx";
import { TaxSetting } from "./tax.tsx";

export const metadata: Metadata = { title: "Tax · Settings" };

export default async function TaxSettings({ params }: PageProps<"/[org]/settings/tax">) {
  const { org } = await params;
  const [section, api] = await Promise.all([readSection(org), apiFor(org)]);
  if (!section) return null;
  const { given, place } = section;
  const { settings, mayChange } = given;
  const taxes = await api.taxes.read({});
  const combined = taxes.combined.find(({ isDefault }) => isDefault);
  const { currency, locale, today } = place;
  return (
    <>
      <SettingSection id="tax" title="Tax" mayChange={mayChange}>
        {combined ? (
          <Card padded>
            Sales are taxed with <strong>{combined.name}</strong> of{" "}
            {formatPercent(combined.percent ?? "0", locale)} in all, unless a customer or a location has
            another tax. Choose another default below.
          </Card>
        ) : (
          <TaxSetting
            key={`${settings.taxName} ${settings.taxRate}`}
            {...given}
            currency={currency}
            locale={locale}
          />
        )}
        <p className="mt-3 text-13">
          <Link href={toCustomers(org, { show: "exemption-ends" })} className="touch-target text-link">
            Customers whose exemption ends soon
          </Link>
        </p>
      </SettingSection>
      <Rates
        org={org}
        taxes={taxes}
        version={settings.version}
        mayChange={mayChange}
        locale={locale}
        today={today}
      />
      <Agencies org={org} agencies={taxes.agencies} mayChange={mayChange} />
    </>
  );
}

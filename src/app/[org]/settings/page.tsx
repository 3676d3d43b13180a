// The business's settings: whether its books are proven, and which months are open. Whoever reads the reports may look;
// who may close months or have the books proven is asked of the permissions.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { readHere } from "../here.ts";
import { NotAllowed } from "../not-allowed.tsx";
import { Months } from "./months.tsx";
import { Proofs } from "./proofs.tsx";

export const metadata: Metadata = { title: "Settings" };

type Props = { params: Promise<{ org: string }> };

export default async function SettingsPage({ params }: Props) {
  const { org } = await params;
  const [here, api] = await Promise.all([readHere(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) {
    return <NotAllowed title="Settings" to="a look at the settings" who="Whoever reads the reports" />;
  }
  const [proven, periods] = await Promise.all([api.books.proofs({}), api.periods.list({})]);
  const { locale, zone } = here.org;
  return (
    <Screen title="Settings">
      <Proofs
        org={org}
        place={{ locale, zone }}
        mayProve={here.permissions.includes("settings:change")}
        {...proven}
      />
      <Months
        org={org}
        locale={locale}
        periods={periods}
        mayClose={here.permissions.includes("period:close")}
      />
    </Screen>
  );
}

// One change of the credit terms of those who were chosen on the list: what it makes of each is seen before it is made.
import { CreditCard } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { MOST_AT_ONCE } from "@/domain/credit/bulk-change.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toCreditCustomers } from "../../../_shell/links.ts";
import { ChangeMany } from "./change-many.tsx";

export const metadata: Metadata = { title: "Change credit terms" };

const Chosen = z.array(z.uuid()).max(MOST_AT_ONCE);

export default async function ChangeManyPage({
  params,
  searchParams,
}: PageProps<"/[org]/customers/credit/change">) {
  const { org } = await params;
  const asked = (await searchParams)["customer"];
  const { success, data: customerIds = [] } = Chosen.safeParse(
    typeof asked === "string" ? [asked] : (asked ?? []),
  );
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const mayChange = here.permissions.includes("limit:change");
  const { accounts, today } =
    success && customerIds.length > 0 && mayChange
      ? await api.credit.chosen({ customerIds })
      : { accounts: [], today: null };
  return (
    <Screen
      title="Change credit terms"
      about={
        <Link href={toCreditCustomers(org)} className="text-link">
          All credit customers
        </Link>
      }
    >
      {accounts.length === 0 || today === null ? (
        <Card>
          <Empty
            icon={<CreditCard />}
            title={mayChange ? "Nobody was chosen" : "You can’t change credit terms"}
            action={<ButtonLink href={toCreditCustomers(org)}>Choose on the list</ButtonLink>}
          >
            {mayChange
              ? "Tick customers on the list, then change their terms together."
              : "An owner or admin of the business can."}
          </Empty>
        </Card>
      ) : (
        <ChangeMany
          org={org}
          locale={here.org.locale}
          currency={here.org.currency}
          today={today}
          accounts={accounts}
        />
      )}
    </Screen>
  );
}

// Who may charge to an account: whether only people who are named may, who they are, and what purchase order a charge takes.
import type { Metadata } from "next";
import { maySeeFiles } from "@/domain/business/attachment.ts";
import { readParams } from "@/domain/lists/search-params.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { apiFor } from "@/server/api.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { toCreditTerms } from "../../../../_shell/links.ts";
import { readAccount } from "../read-account.ts";
import { Buyers } from "./buyers.tsx";
import { ChargingRules } from "./charging-rules.tsx";
import { PurchaseOrders } from "./purchase-orders.tsx";

type Props = PageProps<"/[org]/customers/[customer]/charging">;

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { org, customer } = await params;
  return { title: `Who may charge for ${(await readAccount(org, customer)).name}` };
}

export default async function ChargingPage({ params, searchParams }: Props) {
  const { org, customer } = await params;
  const { currency } = readParams({ currency: Currency }, await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const credit = await api.credit.account({ customerId: customer, currency });
  const charging = await api.charging.read({ accountId: credit.accountId });
  const { locale, today } = here.org;
  const mayChange = here.permissions.includes("limit:change");
  const maySeeFaces = here.permissions.includes(maySeeFiles("buyer"));
  const { accountId } = credit;
  const desk = { org, locale, today, currency: credit.currency, accountId, mayChange, maySeeFaces };
  return (
    <Screen
      title={`Who may charge for ${credit.name}`}
      about={
        <Link href={toCreditTerms(org, credit.customerId, { currency })} className="text-link">
          Credit terms
        </Link>
      }
    >
      {mayChange ? null : (
        <p className="mb-4 text-13 text-soft">An owner or an admin of the business can change this.</p>
      )}
      <Section id="rule" title="What a charge takes">
        <Card padded>
          <ChargingRules desk={desk} charging={charging} />
        </Card>
      </Section>
      <Section id="buyers" title="Authorised buyers" note={`amounts in ${credit.currency}`}>
        <Buyers desk={desk} charging={charging} />
      </Section>
      <Section id="orders" title="Blanket purchase orders" note={`amounts in ${credit.currency}`}>
        <PurchaseOrders desk={desk} orders={charging.orders} />
      </Section>
    </Screen>
  );
}

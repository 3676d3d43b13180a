// Gathers payments that wait in Undeposited Funds into one deposit.
import { Landmark } from "lucide-react";
import type { Metadata } from "next";
import { undepositedList } from "@/domain/payments/deposit-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { toDeposits, toNewDeposit, toNewPayment } from "../../_shell/links.ts";
import { DepositForm } from "./deposit-form.tsx";

export const metadata: Metadata = { title: "New deposit" };

type Props = PageProps<"/[org]/deposits/new">;

export default async function NewDepositPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = undepositedList.read(await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("payment:record"))
    return <NotAllowed title="New deposit" to="making deposits" permission="payment:record" />;
  const { rows, next, currencies, months, banks, firstBank } = await api.deposits.waiting(query);
  const { locale, today } = here.org;
  const currency = query.currency ?? here.org.currency;
  const others = [...new Set([here.org.currency, ...currencies])];
  return (
    <Screen title="New deposit" actions={<ButtonLink href={toDeposits(org)}>All deposits</ButtonLink>}>
      {others.length > 1 ? (
        <div className="mb-3">
          <FilterLinks
            label="Currency of the deposit"
            links={others.map((each) => ({
              words: each,
              href: toNewDeposit(org, { currency: each === here.org.currency ? null : each }),
              on: each === currency,
            }))}
          />
        </div>
      ) : null}
      {rows.length === 0 ? (
        <Card>
          <Empty
            icon={<Landmark />}
            title="Nothing waits for a deposit"
            action={<ButtonLink href={toNewPayment(org)}>Record payment</ButtonLink>}
          >
            Every payment in {currency} is in the bank. What comes in next is listed here until it is
            deposited, too.
          </Empty>
        </Card>
      ) : (
        <DepositForm
          key={currency}
          org={org}
          place={{ locale, today, currency }}
          rows={rows}
          isPart={next !== null}
          months={months}
          banks={banks}
          firstBank={firstBank}
        />
      )}
    </Screen>
  );
}

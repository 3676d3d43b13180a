// Corrections of an account from the office: a small difference written off, more or less of what is owed, a debt that
// comes back after all.
import type { Metadata } from "next";
import { z } from "zod";
import { ownLimitWords } from "@/domain/business/people.ts";
import { NumberParam, readParams } from "@/domain/lists/search-params.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { day } from "@/domain/values/day.ts";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { NotAllowed } from "../../../../_shell/not-allowed.tsx";
import { listedAccount } from "../../../../_apply/listed-account.ts";
import { toCustomer } from "../../../../_shell/links.ts";
import { AdjustForm } from "./adjust-form.tsx";
import { KIND_NAMES } from "./kinds.ts";

export const metadata: Metadata = { title: "Adjust the account" };

type Props = PageProps<"/[org]/customers/[customer]/adjust">;

const PARAMS = { currency: Currency, item: NumberParam, kind: z.enum(KIND_NAMES) };

/** The books say themselves when a day is before they start. */
const ANY_DAY = day("1900-01-01");

export default async function AdjustPage({ params, searchParams }: Props) {
  const { org, customer } = await params;
  const query = await searchParams;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("account:adjust"))
    return <NotAllowed title="Adjust the account" to="adjusting accounts" permission="account:adjust" />;
  const { locale, today } = here.org;
  const { currency, item: chosen, kind: wanted } = readParams(PARAMS, query);
  const read = await api.adjustments.account({ customer: customer.slice(0, 100), currency });
  const account = listedAccount(read, locale);
  const back = toCustomer(org, account.customerId, { currency });
  const ownLimit = ownLimitWords(here.ownLimits, "write-off", here.org);
  const item = account.debts.find((debt) => debt.itemId === chosen);
  return (
    <Screen
      title="Adjust the account"
      about={
        <Link href={back} className="text-link">
          {account.name}
        </Link>
      }
    >
      <div className="max-w-2xl">
        {ownLimit === null ? null : <p className="mb-3 text-13 text-soft">{ownLimit}</p>}
        <Card padded>
          <AdjustForm
            key={`${wanted} ${chosen}`}
            where={{ org, locale, today }}
            account={account}
            back={back}
            kind={wanted ?? (account.debts.length > 0 ? "write-off" : "down")}
            itemId={item?.itemId ?? null}
            earliest={ANY_DAY}
          />
        </Card>
      </div>
    </Screen>
  );
}

// All of an account's open credit on one screen: applied to what is owed, refunded, or un-applied.
import { ownLimitWords } from "@/domain/business/people.ts";
import type { Metadata } from "next";
import { Cursor } from "@/domain/lists/cursor.ts";
import { NumberParam, readParams } from "@/domain/lists/search-params.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { sum } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { NotAllowed } from "../../../../_shell/not-allowed.tsx";
import { listedAccount } from "../../../../_apply/listed-account.ts";
import type { Where } from "../../../../_corrections/reversal-effects.ts";
import { RefundCredit } from "../../../../_corrections/refund-credit.tsx";
import { toCustomer, toNewPayment } from "../../../../_shell/links.ts";
import { AppliedNow } from "./applied-now.tsx";
import { ApplyForm } from "./apply-form.tsx";
import { listedCredits } from "./listed-credit.ts";

export const metadata: Metadata = { title: "Apply open credit" };

type Props = PageProps<"/[org]/customers/[customer]/apply">;

const PARAMS = { currency: Currency, cursor: Cursor, credit: NumberParam };

export default async function ApplyCreditPage({ params, searchParams }: Props) {
  const { org, customer } = await params;
  const query = await searchParams;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("credit:apply"))
    return <NotAllowed title="Apply open credit" to="applying credit" permission="credit:apply" />;
  const { currency, cursor, credit: chosen } = readParams(PARAMS, query);
  const page = await api.openCredit.read({
    customer: customer.slice(0, 100),
    currency,
    cursor,
  });
  const { locale, today } = here.org;
  const account = listedAccount(page.account, locale);
  const only = page.credits.find((credit) => credit.creditId === chosen)?.creditId ?? null;
  const where = { org, locale, today };
  return (
    <Screen
      title="Apply open credit"
      about={
        <Link href={toCustomer(org, account.customerId, { currency })} className="text-link">
          {account.name}
        </Link>
      }
      actions={
        page.credits.length > 0 && here.permissions.includes("event:reverse") ? (
          <Refund
            ownLimit={ownLimitWords(here.ownLimits, "refund", here.org)}
            where={where}
            page={page}
            only={only}
          />
        ) : null
      }
    >
      {page.credits.length === 0 ? (
        <Card>
          <Empty
            title="No open credit"
            action={
              here.permissions.includes("payment:record") ? (
                <ButtonLink
                  variant="primary"
                  href={toNewPayment(org, { customer: account.customerId, currency })}
                >
                  Take payment
                </ButtonLink>
              ) : null
            }
          >
            What a payment or a credit memo leaves over stands here until it is applied or handed back.
          </Empty>
        </Card>
      ) : (
        <ApplyForm
          key={`${account.accountId} ${only}`}
          where={where}
          account={account}
          credits={listedCredits(page.credits, locale)}
          only={only}
        />
      )}
      <AppliedNow
        where={where}
        account={account}
        applications={page.applications}
        asked={{ currency, cursor }}
      />
    </Screen>
  );
}

type RefundProps = {
  where: Where;
  ownLimit: string | null;
  page: RouterOutputs["openCredit"]["read"];
  only: number | null;
};

/** Of the one credit that was chosen, else of all there is, the oldest first. */
function Refund({ where, ownLimit, page: { account, credits }, only }: RefundProps) {
  const of = only === null ? credits : credits.filter((credit) => credit.creditId === only);
  const first = of[0];
  if (!first) return null;
  return (
    <RefundCredit
      where={where}
      ownLimit={ownLimit}
      account={account}
      openCents={sum(of.map((credit) => credit.openCents))}
      earliest={first.countsFrom}
      of={only === null ? "open credit" : first.name}
      {...(only !== null && { creditId: only })}
    />
  );
}

// What one customer may charge: the terms that stand, what they come to today, changing them with a reason, and every
// earlier decision with who made it.
import type { Metadata } from "next";
import { canChargeWords } from "@/domain/ledger/account-words.ts";
import { suggestLimit } from "@/domain/credit/suggestion.ts";
import { usedOfLimit } from "@/domain/ledger/account.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Notice } from "@/ui/notice.tsx";
import { termChanges, termsWords } from "@/domain/credit/credit-words.ts";
import { readParams } from "@/domain/lists/search-params.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { apiFor } from "@/server/api.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { toCharging } from "../../../../_shell/credit-links.ts";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { toCreditCustomers, toCustomer } from "../../../../_shell/links.ts";
import { readAccount } from "../read-account.ts";
import { ChangeCredit } from "./change-credit.tsx";
import { AnswerRequest } from "../../../credit/requests/answer-request.tsx";
import { Paying } from "./paying.tsx";
import { Overrides } from "./overrides.tsx";
import { MadeChanges } from "./made-changes.tsx";
import { ReservedNow } from "./reserved-now.tsx";

type Props = PageProps<"/[org]/customers/[customer]/credit">;

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { org, customer } = await params;
  return { title: `Credit of ${(await readAccount(org, customer)).name}` };
}

export default async function CreditPage({ params, searchParams }: Props) {
  const { org, customer } = await params;
  const { currency } = readParams({ currency: Currency }, await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const credit = await api.credit.account({ customerId: customer, currency });
  const { accountId } = credit;
  const [overrides, reserved, waiting] = await Promise.all([
    api.overrides.ofAccount({ accountId }),
    api.decisions.live({ accountId }),
    api.credit.requests({ accountId }),
  ]);
  const { locale, zone } = here.org;
  const write = (amount: Cents) => formatAmount(amount, credit.currency, locale);
  const why = canChargeWords(credit.figures, credit.terms.limit, credit.canCharge, write);
  const mayChange = here.permissions.includes("limit:change");
  return (
    <Screen
      title={`Credit of ${credit.name}`}
      about={
        <>
          <Back href={toCustomer(org, credit.customerId, { currency })}>Back to the account</Back>
          <Back href={toCharging(org, credit.customerId, { currency })}>Who may charge</Back>
          <Back href={toCreditCustomers(org)}>All credit customers</Back>
        </>
      }
    >
      <Card padded>
        <p className="font-medium">{termsWords(credit.decided, write).join(" · ")}</p>
        <p className="mt-1 text-soft">
          <strong className="font-semibold text-ink">{why.claim}</strong>: {why.because}
        </p>
        {mayChange ? null : (
          <p className="mt-3 text-13 text-soft">An owner or admin of the business can change these terms.</p>
        )}
      </Card>
      <ReservedNow
        org={org}
        reserved={reserved}
        mayRelease={here.permissions.includes("receipt:record")}
        currency={credit.currency}
        locale={locale}
        zone={zone}
      />
      {waiting.map((request) => (
        <Notice key={request.requestId} tone="soon" title="A change of these terms waits for approval">
          <p>
            {termChanges(request.before, request.after, { write, writeDay: (day) => formatDay(day, locale) })
              .map(({ what, before, after }) => `${what}: ${before} → ${after}`)
              .join("; ")}
            . Asked by {request.by}: {request.reason}
          </p>
          {mayChange ? <AnswerRequest org={org} request={request} /> : null}
        </Notice>
      ))}
      <Paying
        habit={credit.habit}
        suggestion={suggestLimit({ ...suggested(credit), habit: credit.habit }, { write, locale })}
        currency={credit.currency}
        locale={locale}
      />
      {mayChange ? (
        <Section id="change" title="Change the terms" note={`amounts in ${credit.currency}`}>
          <Card padded>
            <ChangeCredit
              key={credit.changes[0]?.id ?? "first"}
              org={org}
              locale={locale}
              account={{
                accountId: credit.accountId,
                currency: credit.currency,
                decided: credit.decided,
                terms: credit.terms,
                figures: credit.figures,
                today: credit.today,
              }}
            />
          </Card>
        </Section>
      ) : null}
      <Overrides org={org} overrides={overrides} currency={credit.currency} locale={locale} zone={zone} />
      <MadeChanges changes={credit.changes} currency={credit.currency} locale={locale} zone={zone} />
    </Screen>
  );
}

const suggested = ({ decided, figures }: RouterOutputs["credit"]["account"]) => ({
  status: decided.status,
  limitCents: decided.limit.kind === "limit" ? decided.limit.limitCents : null,
  usedCents: usedOfLimit(figures),
});

function Back({ href, children }: { href: ReturnType<typeof toCustomer>; children: string }) {
  return (
    <Link href={href} className="text-link">
      {children}
    </Link>
  );
}

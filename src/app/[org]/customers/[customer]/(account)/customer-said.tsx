// What the customer said of what they owe: which invoices they object to, and when they will pay. Whether a promise was kept is
// worked out from what was paid.
import { DISPUTE_REASON_WORDS } from "@/domain/invoices/dispute.ts";
import { PROMISE_STATE_WORDS, promisedCents, type PromiseState } from "@/domain/collections/promise.ts";
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card, Section } from "@/ui/card.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import { Tag, type TagTone } from "@/ui/tag.tsx";
import type { CurrentMember } from "../../../_shell/current-member.ts";
import { toInvoice } from "../../../_shell/links.ts";

type Said = RouterOutputs["collections"]["read"];
type Props = { here: CurrentMember; account: AccountPage };

export async function CustomerSaid({ here, account }: Props) {
  const { slug: org, locale, zone } = here.org;
  const { currency, customerId, isToday } = account;
  if (!isToday) return null;
  const { disputes, promises } = await (
    await apiFor(org)
  ).collections.read({ customer: customerId, currency });
  if (disputes.length + promises.length === 0) return null;
  const reading = { currency, locale, zone };
  return (
    <Section id="said" title="Disputes and promises" note={`in ${currency}`}>
      <Card>
        <ul className="divide-y divide-line">
          {disputes.map((dispute) => (
            <Disputed key={dispute.disputeId} org={org} dispute={dispute} {...reading} />
          ))}
          {promises.map((promise) => (
            <Promised key={promise.promiseId} promise={promise} {...reading} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

type Reading = { currency: string; locale: string; zone: string };

function Disputed({
  org,
  dispute,
  currency,
  locale,
  zone,
}: Reading & { org: string; dispute: Said["disputes"][number] }) {
  const { invoiceId, number, totalCents, reason, note, raisedBy, raisedAt } = dispute;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="min-w-0 flex-1 wrap-anywhere">
        <Link href={toInvoice(org, invoiceId)} className="text-link font-medium">
          Invoice {number}
        </Link>
        {`, ${formatAmount(totalCents, currency, locale)}: ${DISPUTE_REASON_WORDS[reason]}`}
      </span>
      <Tag tone="soon">Disputed</Tag>
      <p className="w-full text-13 wrap-anywhere text-soft">
        {note === "" ? null : `“${note}” · `}
        {raisedBy}, <InstantText at={raisedAt} locale={locale} zone={zone} />
      </p>
    </li>
  );
}

const TONES: Record<PromiseState, TagTone> = {
  waiting: "soon",
  kept: "good",
  broken: "late",
  replaced: "neutral",
};

function Promised({ promise, currency, locale, zone }: Reading & { promise: Said["promises"][number] }) {
  const { promisedOn, amountCents, paidCents, state, madeBy, madeAt } = promise;
  const amount = formatAmount(promisedCents(promise), currency, locale);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="min-w-0 flex-1">
        <span className="font-medium">{amount}</span>
        {amountCents === null ? ", all that was owed," : ""} by {formatDay(promisedOn, locale)}
      </span>
      <Tag tone={TONES[state]}>{PROMISE_STATE_WORDS[state]}</Tag>
      <p className="w-full text-13 text-soft">
        {paidCents > 0 ? `${formatAmount(paidCents, currency, locale)} paid since · ` : ""}
        {madeBy}, <InstantText at={madeAt} locale={locale} zone={zone} />
      </p>
    </li>
  );
}

// What can be done about a payment: record another, refund its rest, or reverse it because the bank returned it or
// it was entered wrongly. What was used since is reversed no more; that the bank returned it can always be said.
import { ownLimitWords } from "@/domain/business/people.ts";
import { canBeReturned, refundedBy } from "@/domain/ledger/payment-method.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { reversalEffects, type Where } from "../../_corrections/reversal-effects.ts";
import { RefundCredit } from "../../_corrections/refund-credit.tsx";
import { currencyHref, toNewPayment } from "../../_shell/links.ts";
import type { Payment } from "./read-payment.ts";
import { ReturnPayment } from "./return-payment.tsx";
import { ReversePayment } from "./reverse-payment.tsx";

type Props = { here: CurrentMember; payment: Payment; title: string };

export async function Actions({ here, payment, title }: Props) {
  const { slug: org, locale, today, currency: home } = here.org;
  const where: Where = { org, locale, today };
  const { customerId, paymentId, eventId, openCents, receivedOn, account } = payment;
  const preview = await readPreview(here, payment);
  return (
    <>
      {here.permissions.includes("payment:record") ? (
        <ButtonLink
          href={toNewPayment(org, { customer: customerId, ...currencyHref(account.currency, home) })}
        >
          Record another
        </ButtonLink>
      ) : null}
      {preview && openCents > 0 ? (
        <RefundCredit
          where={where}
          account={account}
          openCents={openCents}
          creditId={eventId}
          earliest={receivedOn}
          of={title}
          ownLimit={ownLimitWords(here.ownLimits, "refund", here.org)}
          method={refundedBy(payment.method)}
        />
      ) : null}
      {preview && preview.stays === null ? (
        <ReversePayment
          where={where}
          title={title}
          preview={reversalEffects(preview, locale)}
          parts={payment.split?.parts.length ?? 1}
        />
      ) : null}
      {preview?.returned && canBeReturned(payment.method) ? (
        <ReturnPayment
          where={where}
          paymentId={paymentId}
          preview={reversalEffects(preview, locale)}
          parts={payment.split?.parts.length ?? 1}
          feeElsewhere={payment.split !== null && payment.split.payer.customerId !== customerId}
          returned={preview.returned}
          usualFeeCents={payment.returnedFeeCents}
        />
      ) : null}
    </>
  );
}

async function readPreview(here: CurrentMember, { eventId, reversed }: Payment) {
  if (reversed || !here.permissions.includes("event:reverse")) return null;
  const api = await apiFor(here.org.slug);
  return api.events.previewReversal({ eventId });
}

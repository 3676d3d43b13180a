// What can be done about a payment: record another, hand its rest back, or take it back because the bank returned it or
// it was entered wrongly. A payment that was used since offers less, and says why.
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import type { Here } from "../../_shell/current-member.ts";
import { listedForesight, type Where } from "../../_reverse/reversal-effects.ts";
import { RefundCredit } from "../../_reverse/refund-credit.tsx";
import { currencyWay, toNewPayment } from "../../_shell/links.ts";
import type { Payment } from "./read-payment.ts";
import { ReturnPayment } from "./return-payment.tsx";
import { ReversePayment } from "./reverse-payment.tsx";

type Props = { here: Here; payment: Payment; title: string };

export async function Actions({ here, payment, title }: Props) {
  const { slug: org, locale, today, currency: home } = here.org;
  const where: Where = { org, locale, today };
  const { customerId, paymentId, eventId, openCents, receivedOn, account } = payment;
  const foresight = await foreseen(here, payment);
  return (
    <>
      {here.permissions.includes("payment:record") ? (
        <ButtonLink
          href={toNewPayment(org, { customer: customerId, ...currencyWay(account.currency, home) })}
        >
          Record another
        </ButtonLink>
      ) : null}
      {foresight && openCents > 0 ? (
        <RefundCredit
          where={where}
          account={account}
          openCents={openCents}
          creditId={eventId}
          earliest={receivedOn}
          of={title}
        />
      ) : null}
      {foresight && foresight.stays === null ? (
        <>
          <ReversePayment where={where} title={title} foresight={listedForesight(foresight, locale)} />
          <ReturnPayment
            where={where}
            paymentId={paymentId}
            foresight={listedForesight(foresight, locale)}
            usualFeeCents={payment.returnedFeeCents}
          />
        </>
      ) : null}
    </>
  );
}

async function foreseen(here: Here, { eventId, takenBack }: Payment) {
  if (takenBack || !here.permissions.includes("event:reverse")) return null;
  const api = await apiFor(here.org.slug);
  return api.events.foresee({ eventId });
}

// Where one comes back to from Stripe's page. It says what we know, and as long as we don't, that we wait: a page that was left says
// nothing about money. Looking changes nothing.
import type { Metadata } from "next";
import { z } from "zod";
import { documentWords } from "@/domain/language/document-words.ts";
import type { SeenPayment } from "@/domain/payments/pay-offer.ts";
import { payWords, type PayWords } from "@/domain/payments/pay-words.ts";
import { plus } from "@/domain/values/money.ts";
import { readParams } from "@/domain/lists/search-params.ts";
import { sharedPayment } from "@/server/shared-account.ts";
import { Notice } from "@/ui/notice.tsx";
import { toShared, toSharedPayment } from "../../_account/links.ts";
import { NothingHere } from "../../_account/nothing-here.tsx";
import { readingOf } from "../../_account/reading.ts";
import { NoStatement } from "../../no-statement.tsx";
import { businessOf, readBehind, readShared } from "../../read-shared.ts";
import { SharedFrame } from "../../shared-frame.tsx";

type Props = PageProps<"/s/[token]/payments/[payment]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await readShared((await params).token);
  const language = opened.kind === "open" ? businessOf(opened.shared).language : opened.language;
  const title = opened.kind === "open" ? payWords(language).title : documentWords(language).link.title;
  return { title: { absolute: title }, referrer: "no-referrer" };
}

/** It looks again by itself, so often; then it is left to whoever reads it. */
const [LOOKS, SECONDS] = [60, 5];
const Looked = z.coerce.number().int().min(0).max(LOOKS).catch(0);

export default async function PaymentPage({ params, searchParams }: Props) {
  const { token, payment } = await params;
  const opened = await readShared(token);
  if (opened.kind !== "open") return <NoStatement token={token} opened={opened} />;
  const { shared } = opened;
  const business = businessOf(shared);
  const seen = await readBehind(() => sharedPayment(shared, payment));
  if (seen === null) return <NothingHere language={business.language} />;
  const say = payWords(business.language);
  const { page, money } = readingOf(business, seen.currency);
  const { looked = 0 } = readParams({ looked: Looked }, await searchParams);
  const next = toSharedPayment(token, payment, { looked: String(looked + 1) });
  return (
    <>
      {seen.state === "started" && looked < LOOKS ? (
        <meta httpEquiv="refresh" content={`${SECONDS};url=${next}`} />
      ) : null}
      <SharedFrame
        pdf={null}
        back={{ href: toShared(token), label: shared.kind === "invoice" ? say.backToInvoice : say.back }}
        business={business}
        title={say.title}
        about={money(plus(seen.amountCents, seen.surchargeCents))}
        foot={[page.contact(business.name), page.passOn]}
      >
        <Outcome seen={seen} say={say} business={business.name} money={money} />
      </SharedFrame>
    </>
  );
}

type OutcomeProps = {
  seen: SeenPayment;
  say: PayWords;
  business: string;
  money: ReturnType<typeof readingOf>["money"];
};

function Outcome({ seen, say, business, money }: OutcomeProps) {
  const { state, amountCents, surchargeCents, creditCents, keptCents, lostCents, sessionUrl } = seen;
  if (state === "paid")
    return (
      <Notice tone="good" title={say.paid(money(plus(amountCents, surchargeCents)))}>
        <p>{say.paidLead(business)}</p>
        {keptCents > 0 ? <p>{say.keptEarly(money(keptCents))}</p> : null}
        {lostCents > 0 ? <p>{say.lostEarly(money(lostCents))}</p> : null}
        {creditCents > 0 ? <p>{say.keptAsCredit(money(creditCents))}</p> : null}
      </Notice>
    );
  if (state !== "started")
    return (
      <Notice tone="late" title={say.failed}>
        {say.failedLead}
      </Notice>
    );
  return (
    <Notice tone="info" title={say.waiting}>
      <p>{say.waitingLead}</p>
      {sessionUrl ? (
        <p className="mt-2">
          <a href={sessionUrl} className="text-link touch-target">
            {say.goOn}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}

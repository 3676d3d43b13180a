// A parent's statement paid online: each of its accounts by itself, as each is settled by itself.
import type { FamilyPayOffer } from "@/domain/payments/pay-offer.ts";
import { payWords } from "@/domain/payments/pay-words.ts";
import { OfferOf, PaySection, type Paying } from "./pay-online.tsx";

type Props = Paying & { family: FamilyPayOffer | null };

export function PayEach({ family, ...given }: Props) {
  if (family === null) return null;
  const { business } = given;
  const say = payWords(business.language);
  const { accounts, more } = family;
  return (
    <PaySection business={business}>
      <p className="text-soft">{say.eachAccount}</p>
      {accounts.map(({ accountId, customerNumber, customerName, offer }) => (
        <section
          key={accountId}
          aria-labelledby={`pay-${accountId}`}
          className="mt-4 border-t border-line pt-3"
        >
          <h3 id={`pay-${accountId}`} className="font-medium">
            {customerNumber} {customerName}
          </h3>
          <OfferOf {...given} accountId={accountId} offer={offer} />
        </section>
      ))}
      {more > 0 ? (
        <p className="mt-3 text-13 text-soft">
          {say.moreAccounts(new Intl.NumberFormat(business.locale).format(more))}
        </p>
      ) : null}
    </PaySection>
  );
}

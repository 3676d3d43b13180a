// What is open paid online: all of it, what is past due, another amount, or chosen invoices; of one invoice, all or a part. Each is a
// form of its own, so that no script is needed to know what was meant. A parent's statement is paid account by account (pay-each.tsx).
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { ReactNode } from "react";
import type { PayOffer } from "@/domain/payments/pay-offer.ts";
import { payWords } from "@/domain/payments/pay-words.ts";
import type { Language } from "@/domain/language/language.ts";
import type { Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Field } from "@/ui/field.tsx";
import { toPay } from "../_account/links.ts";
import { readingOf } from "../_account/reading.ts";

export type Paying = {
  token: string;
  formKey: string;
  business: { name: string; language: Language; locale: string };
  currency: string;
};
/** `invoiceCents`: what is left of the one invoice that is paid; without it, it is an account. */
type Props = Paying & { invoiceCents?: Cents; offer: PayOffer | null };

export function PayOnline({ offer, ...given }: Props) {
  if (offer === null) return null;
  return (
    <PaySection business={given.business}>
      <OfferOf {...given} offer={offer} />
    </PaySection>
  );
}

type SectionProps = Pick<Props, "business"> & { children: ReactNode };

export function PaySection({ business, children }: SectionProps) {
  const say = payWords(business.language);
  return (
    <section
      id="pay"
      aria-labelledby="pay-title"
      className="mb-4 rounded-card border border-line bg-card px-4 py-4 desk:mb-6 print:hidden"
    >
      <h2 id="pay-title" className="font-semibold">
        {say.title}
      </h2>
      <p className="text-soft">{say.lead(business.name)}</p>
      {children}
    </section>
  );
}

/** `accountId`: which one of a parent's statement. */
type OfProps = Props & { offer: PayOffer; accountId?: string };

/** What is used and left out, and the ways to pay. */
export function OfferOf(props: OfProps) {
  const { business, currency, invoiceCents, offer } = props;
  const say = payWords(business.language);
  const { money, date } = readingOf(business, currency);
  const { allCents, creditCents, setAsideCents, disputedCents, underWayCents, surcharge, kept } = offer;
  return (
    <>
      <ul className="mt-1 text-13 text-soft">
        {kept ? (
          <li className="font-medium text-ink">
            {invoiceCents === undefined
              ? say.earlyOfAll(money(kept.offeredCents), date(kept.untilOn))
              : say.early(money(invoiceCents), money(kept.offeredCents), date(kept.untilOn))}
          </li>
        ) : null}
        {underWayCents > 0 ? <li>{say.underWay(money(underWayCents))}</li> : null}
        {creditCents > 0 ? <li>{say.creditUsed(money(creditCents))}</li> : null}
        {setAsideCents > 0 ? <li>{say.creditSetAside(money(setAsideCents))}</li> : null}
        {disputedCents > 0 ? <li>{say.disputedLeftOut(money(disputedCents))}</li> : null}
        {surcharge !== "0" ? <li>{say.surchargeAdded(formatPercent(surcharge, business.locale))}</li> : null}
      </ul>
      {allCents > 0 ? <Ways {...props} /> : null}
    </>
  );
}

function Ways({ token, formKey, business, currency, invoiceCents, offer, accountId }: OfProps) {
  const say = payWords(business.language);
  const { money, date } = readingOf(business, currency);
  const { allCents, pastDueCents, items } = offer;
  const form = { token, formKey, accountId };
  const isOne = invoiceCents !== undefined;
  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2">
        <PayForm {...form} what="all">
          <Button type="submit" variant="primary">
            {isOne ? say.one(money(allCents)) : say.all(money(allCents))}
          </Button>
        </PayForm>
        {pastDueCents >= offer.smallestCents && pastDueCents < allCents ? (
          <PayForm {...form} what="past-due">
            <Button type="submit">{say.pastDue(money(pastDueCents))}</Button>
          </PayForm>
        ) : null}
      </div>
      <Folded title={isOne ? say.part : say.amount}>
        <PayForm {...form} what="amount">
          <div className="grid max-w-xs gap-3">
            <Field
              label={say.amountLabel}
              name="amount"
              inputMode="decimal"
              maxLength={30}
              required
              hint={isOne ? say.partHint : say.amountHint}
              autoComplete="off"
            />
            <div>
              <Button type="submit">{say.pay}</Button>
            </div>
          </div>
        </PayForm>
      </Folded>
      {items.length > 1 ? (
        <Folded title={say.chosen}>
          <PayForm {...form} what="chosen">
            <div className="grid gap-1">
              {items.map(({ itemId, name, openCents, dueOn, offer: early }) => (
                <CheckField
                  key={itemId}
                  name="item"
                  value={itemId}
                  label={
                    early
                      ? say.earlyOfItem(
                          say.item(name, money(openCents), date(dueOn)),
                          money(early.offeredCents),
                          date(early.untilOn),
                        )
                      : say.item(name, money(openCents), date(dueOn))
                  }
                />
              ))}
              {items.length === 50 ? <p className="text-13 text-soft">{say.moreItems}</p> : null}
              <div className="mt-2">
                <Button type="submit">{say.pay}</Button>
              </div>
            </div>
          </PayForm>
        </Folded>
      ) : null}
    </>
  );
}

type FormProps = {
  token: string;
  formKey: string;
  accountId: string | undefined;
  what: string;
  children: ReactNode;
};

const PayForm = ({ token, formKey, accountId, what, children }: FormProps) => (
  <form method="post" action={toPay(token)} encType="multipart/form-data">
    <input type="hidden" name="key" value={formKey} />
    <input type="hidden" name="what" value={what} />
    {accountId === undefined ? null : <input type="hidden" name="account" value={accountId} />}
    {children}
  </form>
);

const Folded = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="mt-3 border-t border-line pt-2">
    <summary className="cursor-pointer py-1 font-medium touch:min-h-11">{title}</summary>
    <div className="pt-2">{children}</div>
  </details>
);

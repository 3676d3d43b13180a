// An amount of money on screen: tabular, a real minus, zero as a dash, and a negative balance in its own words.
// The currency stands once per table or card, not here.
import { TOO_MUCH, formatAmount, type GrossSum } from "@/domain/values/money.ts";

/** How the business writes: the account's currency and the business's language. */
export type Reading = { currency: string; locale: string };

/** What is said beside the figures; English where nothing else is given. */
export type AmountWords = { credit: string; zero: string };
const ENGLISH: AmountWords = { credit: "credit", zero: "zero" };

type Props = Reading & {
  /** null is a sum that is more than can be added up. */
  cents: GrossSum;
  /** A balance below zero is the customer's money: "credit 120.00". */
  asBalance?: boolean;
  words?: AmountWords;
};

export function Amount({ cents, currency, locale, asBalance = false, words = ENGLISH }: Props) {
  if (cents === null) return <span className="font-normal text-soft">{TOO_MUCH}</span>;
  if (cents === 0) return <Zero word={words.zero} />;
  if (asBalance && cents < 0) {
    return (
      <>
        <span className="font-normal text-soft">{words.credit}</span>{" "}
        {formatAmount(cents, currency, locale).replace("−", "")}
      </>
    );
  }
  return <>{formatAmount(cents, currency, locale)}</>;
}

function Zero({ word }: { word: string }) {
  return (
    <>
      <span aria-hidden="true">—</span>
      <span className="sr-only">{word}</span>
    </>
  );
}

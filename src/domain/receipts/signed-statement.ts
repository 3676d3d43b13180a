// What somebody signs for, as one text: it is hashed together with their name and strokes, so that nobody can say later that
// something else was shown. Its form is fixed, and says its version; a signature from before has none.
import { receiptWords } from "../language/receipt-words.ts";
import type { Language } from "../language/language.ts";
import { formatAmount, type Cents } from "../values/money.ts";
import type { ShownLine } from "./shown-lines.ts";

export type SignedStatement = {
  amountCents: Cents;
  currency: string;
  /** As they name themselves. */
  business: string;
  customer: string;
  /** Who ordered, and on what purchase order; "" where nobody said. */
  buyer: string;
  poNumber: string;
  /** The sentence above the signature, in the language of the business's papers. */
  words: string;
  lines: readonly ShownLine[];
};

/** Of a text with another form. Signatures without a text are of the first. */
const VERSION = 2;

/** A text of fields in a fixed order: what is hashed. The database looks at how it begins (`signature_stated.sql`, I21). */
export const statementText = (shown: SignedStatement): string =>
  JSON.stringify({
    version: VERSION,
    amountCents: shown.amountCents,
    currency: shown.currency,
    business: shown.business,
    customer: shown.customer,
    buyer: shown.buyer,
    poNumber: shown.poNumber,
    words: shown.words,
    lines: shown.lines.map(({ description, quantity, unit, totalCents }) => ({
      description,
      quantity,
      unit,
      totalCents,
    })),
  });

/** Back from a text that `statementText` wrote. */
export function readStatement(text: string): SignedStatement {
  const { version: _, ...shown } = JSON.parse(text) as SignedStatement & { version: number };
  return shown;
}

type Charged = { amountCents: Cents; currency: string };

/** "I received these goods and agree to pay USD 12.50 …": on the screen, on the phone, and above the signature on paper. */
export const signingWords = (
  { amountCents, currency }: Charged,
  { language, locale }: { language: Language; locale: string },
): string => receiptWords(language).agreed(`${currency} ${formatAmount(amountCents, currency, locale)}`);

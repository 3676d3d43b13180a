// Draws up a statement of any kind from what was read of one account: the one function that page, paper, mail and run
// go through, so that they can't disagree. It decides what is listed; what doesn't foot goes no further.
import { ageItems, agingOf } from "../ledger/aging.ts";
import type { Brand } from "../values/brand.ts";
import { paymentReference } from "../values/payment-reference.ts";
import type { Day } from "../values/day.ts";
import { ZERO, minus, plus, type Cents } from "../values/money.ts";
import type { Offer } from "../values/terms.ts";
import { messageFor, type AgeMessages } from "./age-message.ts";
import { assertFoots, type Statement, type StatementLine, type StatementOpenItem } from "./statement.ts";
import type { StatementKind } from "./kinds.ts";

/** A payment or credit memo that isn't applied whole. */
export type StatementCredit = Pick<StatementLine, "onDay" | "eventId" | "description" | "reference"> & {
  openCents: Cents;
};

/** What a business has set for its papers. */
export type PaperSettings = { brand: Brand; messages: AgeMessages; iban: string | null };

/** Who it is from, for whom, and of which days. */
export type StatementOf = Pick<Statement, "business" | "customer" | "currency" | "fromOn" | "asOf">;

/** All of one account, of one snapshot, already in the words of the business's language. */
export type StatementFacts = StatementOf & {
  /** The net balance before `fromOn`, and at the end of `asOf`. */
  openingCents: Cents;
  closingCents: Cents;
  retainedCents: Cents;
  /** From `fromOn` on, oldest first; an open item statement needs none. */
  activity: readonly StatementLine[];
  /** Oldest due first. */
  openItems: readonly StatementOpenItem[];
  openCredits: readonly StatementCredit[];
  /** What may be kept of all of it for paying early. */
  early?: Offer | undefined;
  paper: PaperSettings;
};

export function buildStatement(kind: StatementKind, facts: StatementFacts): Statement {
  const { activity, openItems, openCredits, retainedCents, openingCents, closingCents, paper, early, ...of } =
    facts;
  const unappliedCents = openCredits.reduce((sum, credit) => plus(sum, credit.openCents), ZERO);
  const aging = agingOf(ageItems(openItems, of.asOf), unappliedCents, retainedCents);
  const statement: Statement = {
    templateVersion: 5,
    kind,
    number: null,
    ...of,
    ...setForPaper(paper, of.customer, aging),
    ...(early ? { early } : {}),
    openingCents: kind === "open-item" ? ZERO : openingCents,
    lines: kind === "open-item" ? openLines(openItems, openCredits) : [...activity],
    closingCents,
    openItems: [...openItems],
    aging,
  };
  assertFoots(statement);
  return statement;
}

/** What stands on a statement beside its figures, frozen with them. */
export const setForPaper = (
  { brand, messages, iban }: PaperSettings,
  customer: Pick<Statement["customer"], "number">,
  aging: Statement["aging"],
): Required<Pick<Statement, "brand" | "message" | "payment">> => ({
  brand,
  message: messageFor(aging, messages),
  payment: { reference: paymentReference(customer.number), iban },
});

/** What is open and the credit beside it, as lines that begin at nothing and end at the net balance. */
function openLines(
  openItems: readonly StatementOpenItem[],
  openCredits: readonly StatementCredit[],
): StatementLine[] {
  const items = openItems.map((item) => ({
    onDay: item.issuedOn,
    eventId: item.eventId ?? 0,
    description: item.number,
    reference: item.job,
    chargeCents: item.openCents,
    creditCents: ZERO,
  }));
  const credits = openCredits.map(({ openCents, ...credit }) => ({
    ...credit,
    chargeCents: ZERO,
    creditCents: openCents,
  }));
  let balanceCents = ZERO;
  return [...items, ...credits].sort(byDay).map((line) => {
    balanceCents = plus(balanceCents, minus(line.chargeCents, line.creditCents));
    return { ...line, covers: [], balanceCents };
  });
}

type Dated = { onDay: Day; eventId: number };

const byDay = (a: Dated, b: Dated): number =>
  a.onDay === b.onDay ? a.eventId - b.eventId : a.onDay < b.onDay ? -1 : 1;

/** The credit that an open item statement lists; another kind lists none apart. */
export const listedCredits = ({ kind, lines }: Pick<Statement, "kind" | "lines">): StatementCredit[] =>
  kind === "open-item" ? lines.filter((line) => line.creditCents > 0).map(creditOf) : [];

const creditOf = ({
  onDay,
  eventId,
  description,
  reference,
  creditCents,
}: StatementLine): StatementCredit => ({
  onDay,
  eventId,
  description,
  reference,
  openCents: creditCents,
});

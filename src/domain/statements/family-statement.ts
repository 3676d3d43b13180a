// One statement for a parent and its branches: each account drawn up by itself, put together account by account, so that
// what each owes and what all owe stand on one paper and can't disagree.
import { agingOf } from "../ledger/aging.ts";
import { minus, plus, sum } from "../values/money.ts";
import { offersTogether } from "../values/terms.ts";
import { buildStatement, setForPaper, type StatementFacts } from "./build-statement.ts";
import { assertFoots, type Statement, type StatementAccount } from "./statement.ts";
import type { StatementKind } from "./kinds.ts";

/** The parent first. A branch on which nothing is and nothing was is left out; one account alone is its own statement. */
export function buildFamilyStatement(
  kind: StatementKind,
  [parent, ...branches]: readonly [StatementFacts, ...StatementFacts[]],
): Statement {
  const own = buildStatement(kind, parent);
  const drawn = [own, ...branches.map((facts) => buildStatement(kind, facts)).filter(hasAnything)];
  if (drawn.length === 1) return own;
  const aging = sumOfAging(drawn);
  const openingCents = sum(drawn.map((each) => each.openingCents));
  const early = offersTogether(drawn.map((each) => each.early ?? null));
  let balanceCents = openingCents;
  const statement: Statement = {
    ...own,
    ...setForPaper(parent.paper, parent.customer, aging),
    openingCents,
    closingCents: sum(drawn.map((each) => each.closingCents)),
    aging,
    ...(early ? { early } : {}),
    accounts: drawn.map(accountOf),
    openItems: drawn.flatMap(({ openItems, customer }) =>
      openItems.map((item) => ({ ...item, account: customer.number })),
    ),
    lines: drawn.flatMap(({ lines, customer }) =>
      lines.map((line) => {
        balanceCents = plus(balanceCents, minus(line.chargeCents, line.creditCents));
        return { ...line, account: customer.number, balanceCents };
      }),
    ),
  };
  assertFoots(statement);
  return statement;
}

const hasAnything = ({ openItems, lines, openingCents, closingCents, aging }: Statement): boolean =>
  openItems.length > 0 ||
  lines.length > 0 ||
  [openingCents, closingCents, aging.unappliedCents, aging.retainedCents].some((amount) => amount !== 0);

const accountOf = ({ customer, openingCents, closingCents, aging }: Statement): StatementAccount => ({
  number: customer.number,
  name: customer.name,
  openingCents,
  closingCents,
  aging,
});

export function sumOfAging(drawn: readonly Pick<Statement, "aging">[]): Statement["aging"] {
  const of = (part: keyof Statement["aging"]) => sum(drawn.map(({ aging }) => aging[part]));
  const [current, d1_30, d31_60, d61_90, d91] = [
    of("current"),
    of("d1_30"),
    of("d31_60"),
    of("d61_90"),
    of("d91"),
  ];
  const buckets = { current, d1_30, d31_60, d61_90, d91 };
  return agingOf(buckets, of("unappliedCents"), of("retainedCents"));
}

/** What of a statement is one account's, as a statement of that account would have it. */
export function partOf(statement: Statement, account: StatementAccount): Statement {
  const { accounts: _all, early: _ofAll, ...rest } = statement;
  const { number, openingCents, closingCents, aging } = account;
  let balanceCents = openingCents;
  const part: Statement = {
    ...rest,
    customer: { ...rest.customer, name: account.name, number },
    openingCents,
    closingCents,
    aging,
    openItems: statement.openItems.filter((item) => item.account === number),
    lines: statement.lines
      .filter((line) => line.account === number)
      .map((line) => {
        balanceCents = plus(balanceCents, minus(line.chargeCents, line.creditCents));
        return { ...line, balanceCents };
      }),
  };
  assertFoots(part);
  return part;
}

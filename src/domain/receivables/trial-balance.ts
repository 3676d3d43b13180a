// The trial balance of the accounts that receivables post to: what each comes to at a day, in debit or in credit, by the
// month that the books took it in.
import type { ChartKind, ChartRole } from "../ledger/chart.ts";
import { listQuery } from "../lists/list-query.ts";
import { ZERO, negative, plusGross, type Cents, type GrossSum } from "../values/money.ts";

/** One row per account, in the order of their numbers: there is nothing to filter. */
export const trialBalanceList = listQuery({ filters: {}, sorts: {} });

export type TrialLine = {
  code: string;
  name: string;
  kind: ChartKind;
  role: ChartRole | null;
  /** A tax agency's tax goes there. */
  isTax: boolean;
  /** Debit positive, credit negative. */
  balanceCents: GrossSum;
};

/** Of an account's balance one side is nothing. null where it is more than can be said. */
export function sidesOf({ balanceCents }: Pick<TrialLine, "balanceCents">): {
  debitCents: Cents | null;
  creditCents: Cents | null;
} {
  if (balanceCents === null) return { debitCents: null, creditCents: null };
  return balanceCents < 0
    ? { debitCents: null, creditCents: negative(balanceCents) }
    : { debitCents: balanceCents, creditCents: null };
}

export type TrialBalance = {
  lines: TrialLine[];
  debitCents: GrossSum;
  creditCents: GrossSum;
};

export type TrialFigures = Record<
  "receivable" | "customerCredit" | "retainageReceivable" | "undepositedFunds" | "revenue" | "taxPayable",
  GrossSum
>;

/**
 * What a trial balance says of receivables, each on the side on which it usually stands: `revenue` is that of sales,
 * without fees, finance charges, discounts and adjustments.
 */
export function trialFigures({ lines }: Pick<TrialBalance, "lines">): TrialFigures {
  const of = (role: ChartRole) => added(lines.filter((line) => line.role === role));
  const sales = lines.filter(({ kind, role }) => kind === "revenue" && (role === null || role === "revenue"));
  return {
    receivable: of("receivable"),
    customerCredit: turned(of("customer-credit")),
    retainageReceivable: of("retainage-receivable"),
    undepositedFunds: of("undeposited-funds"),
    revenue: turned(added(sales)),
    taxPayable: turned(added(lines.filter((line) => line.isTax))),
  };
}

const turned = (sum: GrossSum): GrossSum => (sum === null ? null : negative(sum));

function added(lines: readonly TrialLine[]): GrossSum {
  return lines.reduce<GrossSum>((total, { balanceCents }) => plusGross(total, balanceCents), ZERO);
}

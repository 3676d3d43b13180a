"use client";
// Beside the sale: what it comes to, what is left, what it does to the account, and the button that completes it.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { AccountFigures } from "@/domain/ledger/account.ts";
import { exemptionWords } from "@/domain/ledger/exemption-words.ts";
import type { ExemptionState } from "@/domain/ledger/tax-in-force.ts";
import type { Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { CommitBar } from "@/ui/commit-bar.tsx";
import { FigureChanges } from "@/ui/figure-changes.tsx";
import { PostedIn } from "../../_apply/posted-in.tsx";
import { KeyHint } from "./key-hint.tsx";
import { StartOver } from "./start-over.tsx";
import type { Counting, CounterPlace } from "./use-counter.ts";

export function Summary({ counting, place }: { counting: Counting; place: CounterPlace }) {
  const { sale, write, effect, whose, pending, complete, isBlank, startOver, draft } = counting;
  const { subtotalCents, onAccountCents, dueCents, taxes } = sale.total;
  const { answered, exemption } = counting.taxes;
  const exempt =
    exemption && exemptionWords(exemption, { on: place.today, what: "sale", locale: place.locale });
  const paid = draft.tenders.length > 0;
  return (
    <aside
      aria-label="What will happen"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5 wide:sticky wide:top-20"
    >
      <dl className="grid gap-2">
        <Sum name="Subtotal" value={write(subtotalCents)} />
        {taxes.map(({ name, agency, rate, taxCents }) => (
          <Sum
            key={`${agency} ${name}`}
            name={`${name} ${formatPercent(rate, place.locale)}`}
            value={write(taxCents)}
          />
        ))}
        {answered ? null : <Sum name="Tax" value="no tax set" />}
        {onAccountCents > 0 ? <Sum name="Payment on account" value={write(onAccountCents)} /> : null}
        <Sum name={`To pay, ${counting.currency}`} value={write(dueCents)} strong />
        {paid && sale.leftCents !== 0 ? (
          <Sum
            name={sale.leftCents > 0 ? "Left to pay" : "Too much"}
            value={write(Math.abs(sale.leftCents) as Cents)}
            late={sale.leftCents < 0}
          />
        ) : null}
        {sale.changeCents > 0 ? <Sum name="Change" value={write(sale.changeCents)} big /> : null}
      </dl>
      {exempt ? <p className={`text-13 ${EXEMPT_TONES[exempt.state]}`}>{exempt.words}</p> : null}
      {effect && whose.customer ? (
        <div className="border-t border-line pt-4">
          <h2 className="mb-2 text-12 font-medium text-soft">{whose.customer.name} afterwards</h2>
          <Afterwards customer={whose.customer} after={effect.after} write={write} />
          {effect.refused ? <p className="mt-2 text-13 font-medium text-late">{effect.refused}</p> : null}
        </div>
      ) : null}
      {counting.posting ? <PostedIn posting={counting.posting} locale={place.locale} /> : null}
      <div className="max-wide:hidden">
        <Button className="primary" full data-complete pending={pending} onClick={complete}>
          Complete <KeyHint of="complete" />
        </Button>
      </div>
      {isBlank ? null : <StartOver onYes={startOver} />}
    </aside>
  );
}

/** Whoever sells has to know why nothing is taxed, and before long why it is. */
const EXEMPT_TONES: Record<ExemptionState, string> = {
  holds: "text-soft",
  "ends-soon": "font-medium text-soon",
  expired: "font-medium text-late",
};

/** The same in one line, for a screen that has no room beside the sale. */
export function SummaryBar({
  counting: { sale, write, currency, pending, complete },
}: {
  counting: Counting;
}) {
  const { dueCents } = sale.total;
  const sums: [string, string][] = [[`To pay, ${currency}`, write(dueCents)]];
  if (sale.leftCents > 0 && sale.leftCents !== dueCents) sums.push(["Left to pay", write(sale.leftCents)]);
  if (sale.changeCents > 0) sums.push(["Change", write(sale.changeCents)]);
  return (
    <CommitBar sums={sums}>
      <Button className="primary" data-complete pending={pending} onClick={complete}>
        Complete
      </Button>
    </CommitBar>
  );
}

type AfterwardsProps = {
  customer: NonNullable<Counting["whose"]["customer"]>;
  after: AccountFigures;
  write: (amount: Cents) => string;
};

function Afterwards({ customer, after, write }: AfterwardsProps) {
  const hasCredit = customer.figures.openCreditCents > 0 || after.openCreditCents > 0;
  const shown = hasCredit ? (["balance", "credit"] as const) : (["balance"] as const);
  return (
    <dl className="grid gap-2">
      <FigureChanges account={customer} after={after} shown={shown} write={write} />
    </dl>
  );
}

type SumProps = { name: string; value: string; strong?: boolean; big?: boolean; late?: boolean };

function Sum({ name, value, strong = false, big = false, late = false }: SumProps) {
  const className = strong
    ? "border-t border-line pt-2 text-16 font-semibold"
    : big
      ? "text-20 font-semibold"
      : "";
  return (
    <div className={`flex items-baseline justify-between gap-4 ${className}`}>
      <dt className={strong || big ? "" : "text-soft"}>{name}</dt>
      <dd className={late ? "text-late" : undefined}>{value}</dd>
    </div>
  );
}

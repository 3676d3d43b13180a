"use client";
// Beside the form: how the payment is divided, what that does to the account, and the button that does it.
import { ZERO, formatAmount, type Cents } from "@/domain/values/money.ts";
import { ownPart, type Plan } from "@/domain/payments/paying.ts";
import { Button } from "@/ui/button.tsx";
import { CommitBar } from "@/ui/commit-bar.tsx";
import { Effect } from "../../_apply/effect.tsx";
import { ShortcutsLine } from "../../_apply/shortcuts-line.tsx";
import type { ListedAccount } from "../../_apply/listed-account.ts";

type Props = {
  account: ListedAccount | null;
  /** null while no amount can be read. */
  paidCents: Cents | null;
  plan: Plan;
  place: { locale: string; currency: string };
  pending: boolean;
};

export function Summary({ account, paidCents, plan, place, pending }: Props) {
  const write = (amount: Cents) => formatAmount(amount, place.currency, place.locale);
  const over = paidCents !== null && plan.restCents < 0;
  const own = ownPart(plan, account?.debts ?? []);
  return (
    <aside
      aria-label="What will happen"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5 wide:sticky wide:top-20"
    >
      <dl className="grid gap-2">
        <Line name="Payment" value={paidCents === null ? "—" : write(paidCents)} />
        <Line name="Applied" value={write(plan.appliedCents)} />
        {own.childrenCents > 0 ? <Line name="of it for children" value={write(own.childrenCents)} /> : null}
        {plan.discountCents > 0 ? <Line name="Discount kept" value={write(plan.discountCents)} /> : null}
        <Line
          name="To open credit"
          value={paidCents === null ? "—" : write(plan.restCents)}
          strong
          late={over}
        />
      </dl>
      {account ? (
        <div className="border-t border-line pt-4">
          <h2 className="mb-2 text-12 font-medium text-soft">{account.name} afterwards</h2>
          {over ? (
            <p className="text-late">More is applied than was paid.</p>
          ) : (
            <Effect
              account={account}
              locale={place.locale}
              moved={{
                paidCents: paidCents === null ? ZERO : own.paidCents,
                appliedCents: paidCents === null ? ZERO : own.appliedCents,
                discountCents: paidCents === null ? ZERO : own.discountCents,
              }}
            />
          )}
        </div>
      ) : null}
      <div className="max-wide:hidden">
        <Button type="submit" variant="primary" full data-step pending={pending}>
          Record payment
        </Button>
      </div>
      <ShortcutsLine does="records" />
    </aside>
  );
}

/** The same in one line, for a screen that has no room beside the form. */
export function SummaryBar({ paidCents, plan, place, pending }: Omit<Props, "account">) {
  const write = (amount: Cents) => formatAmount(amount, place.currency, place.locale);
  const sums: [string, string][] = [
    ["Payment", paidCents === null ? "—" : write(paidCents)],
    ["Applied", write(plan.appliedCents)],
    ["To open credit", paidCents === null ? "—" : write(plan.restCents)],
  ];
  return (
    <CommitBar sums={sums}>
      <Button type="submit" variant="primary" data-step pending={pending}>
        Record payment
      </Button>
    </CommitBar>
  );
}

function Line({
  name,
  value,
  strong = false,
  late = false,
}: {
  name: string;
  value: string;
  strong?: boolean;
  late?: boolean;
}) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 ${strong ? "border-t border-line pt-2 text-16 font-semibold" : ""}`}
    >
      <dt className={strong ? "" : "text-soft"}>{name}</dt>
      <dd className={late ? "text-late" : undefined}>{value}</dd>
    </div>
  );
}

"use client";
// Open credit on the left, what is owed below it, and beside both what applying the one to the other does.
import { useRef } from "react";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { CommitBar } from "@/ui/commit-bar.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ApplyTable } from "../../../../_apply/apply-table.tsx";
import { EffectOf } from "../../../../_apply/effect.tsx";
import { enterAdvances } from "../../../../_apply/enter-advances.ts";
import { PostedIn } from "../../../../_apply/posted-in.tsx";
import { ShortcutsLine } from "../../../../_apply/shortcuts-line.tsx";
import type { ListedAccount } from "../../../../_apply/listed-account.ts";
import type { Where } from "../../../../_corrections/reversal-effects.ts";
import { ReleasedEarmarks } from "../../../../_corrections/what-moves.tsx";
import { CreditTable } from "./credit-table.tsx";
import type { ListedCredit } from "./listed-credit.ts";
import { useApply, type ApplyState } from "./use-apply.ts";

type Props = {
  where: Where;
  account: ListedAccount;
  credits: readonly ListedCredit[];
  /** The one credit that is to be used, when it was chosen before. */
  only: number | null;
};

export function ApplyForm({ where, account, credits, only }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const apply = useApply({ where, account, credits, only }, form);
  const reading = { currency: account.currency, locale: where.locale };
  return (
    <form
      ref={form}
      onSubmit={apply.submit}
      onKeyDown={enterAdvances}
      noValidate
      className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-6 [&>section]:mt-0">
        <ApplyFaultNotice apply={apply} />
        <Section id="credit" title="Open credit" note={`oldest first, in ${account.currency}`}>
          <Card>
            <CreditTable
              where={where}
              credits={credits}
              isUsed={apply.isUsed}
              onUse={apply.use}
              drawn={apply.drawn}
              {...reading}
            />
          </Card>
        </Section>
        <Owed account={account} apply={apply} {...reading} />
      </div>
      <Beside where={where} account={account} apply={apply} />
      <CommitBar
        sums={[
          ["Applied", formatAmount(apply.entries.plan.appliedCents, account.currency, where.locale)],
          ["Stays open", formatAmount(apply.entries.plan.restCents, account.currency, where.locale)],
        ]}
      >
        <Commit account={account} apply={apply} locale={where.locale} />
      </CommitBar>
    </form>
  );
}

function ApplyFaultNotice({ apply: { said, lookAgain } }: { apply: ApplyState }) {
  const stale = said.stale || said.changed;
  return (
    <>
      {said.above && !stale ? <Notice tone="late">{said.above}</Notice> : null}
      {stale ? (
        <Notice tone="soon" title="This account changed while you were typing">
          <p className="mb-2">Nothing was applied, and what you typed is kept.</p>
          <Button onClick={lookAgain}>See what changed</Button>
        </Notice>
      ) : null}
    </>
  );
}

type OwedProps = { account: ListedAccount; apply: ApplyState; currency: string; locale: string };

function Owed({ account, apply: { entries, said }, ...reading }: OwedProps) {
  if (entries.rows.length === 0) {
    return (
      <Section id="owed" title="Open invoices">
        <Card>
          <p className="px-4 py-3 text-soft">Nothing is owed. Open credit waits for the next invoice.</p>
        </Card>
      </Section>
    );
  }
  const all = account.debts.length === account.debtCount;
  return (
    <Section
      id="owed"
      title="Open invoices"
      note={`${all ? "" : `the first ${account.debts.length}, `}oldest due first, in ${account.currency}`}
      end={
        <span className="flex gap-2">
          <Button data-step onClick={entries.autoApply}>
            Auto-apply
          </Button>
          <Button onClick={entries.clear}>Clear</Button>
        </span>
      }
    >
      <Card>
        <ApplyTable entries={entries} refused={said.rows} {...reading} />
      </Card>
    </Section>
  );
}

function Beside({ where, account, apply }: { where: Where; account: ListedAccount; apply: ApplyState }) {
  const { plan } = apply.entries;
  const write = (amount: Cents) => formatAmount(amount, account.currency, where.locale);
  return (
    <aside
      aria-label="What will happen"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5 wide:sticky wide:top-20"
    >
      <Field
        label="Applied on"
        type="date"
        name="appliedOn"
        max={where.today}
        value={apply.on}
        onChange={(event) => apply.setDay(event.target.value)}
        error={apply.on > where.today ? "Choose today or an earlier day." : apply.said.fields["appliedOn"]}
      />
      <PostedIn posting={apply.posting} locale={where.locale} error={apply.said.fields["period"]} />
      <dl className="grid gap-2">
        <Line name="Can be applied" value={write(apply.budgetCents)} />
        <Line name="Applied" value={write(plan.appliedCents)} />
        <Line name="Stays open" value={write(plan.restCents)} late={apply.over} />
      </dl>
      {apply.earmarkedInTheWay > 0 ? <Earmarked apply={apply} write={write} /> : null}
      <ReleasedEarmarks earmarks={apply.giving} write={write} />
      <div className="border-t border-line pt-4">
        <h2 className="mb-2 text-12 font-medium text-soft">{account.name} afterwards</h2>
        {apply.over || apply.empty ? (
          <p role="alert" className="font-medium text-late">
            {apply.over
              ? `Only ${write(apply.budgetCents)} can be applied.`
              : "Enter an amount beside an invoice."}
          </p>
        ) : (
          <EffectOf account={account} locale={where.locale} after={apply.after} />
        )}
      </div>
      <Commit account={account} apply={apply} locale={where.locale} full />
      <ShortcutsLine does="applies" />
    </aside>
  );
}

type CommitProps = { account: ListedAccount; apply: ApplyState; locale: string; full?: boolean };

function Commit({ account, apply: { entries, pending }, locale, full = false }: CommitProps) {
  const { appliedCents } = entries.plan;
  return (
    <Button type="submit" variant="primary" full={full} data-step pending={pending}>
      Apply {appliedCents > 0 ? formatAmount(appliedCents, account.currency, locale) : "open credit"}
    </Button>
  );
}

/** What is set aside is used only on purpose. */
function Earmarked({ apply, write }: { apply: ApplyState; write: (amount: Cents) => string }) {
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        name="useEarmarked"
        data-step
        checked={apply.useEarmarked}
        onChange={(event) => apply.setUseEarmarked(event.target.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent touch:size-5"
      />
      <span>
        Use earmarked credit, too
        <span className="block text-13 text-soft">
          {write(apply.earmarkedInTheWay)} of it is set aside. The newest earmark is released first.
        </span>
      </span>
    </label>
  );
}

function Line({ name, value, late = false }: { name: string; value: string; late?: boolean }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-soft">{name}</dt>
      <dd className={late ? "font-medium text-late" : "font-medium"}>{value}</dd>
    </div>
  );
}

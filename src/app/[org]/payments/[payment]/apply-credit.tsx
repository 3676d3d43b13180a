"use client";
// Applies what is still open of a payment to open invoices, with the effect shown first. Earmarked credit stays aside.
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, formatAmount, larger, minus, smaller, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { ApplyTable } from "../../_apply/apply-table.tsx";
import { Effect } from "../../_apply/effect.tsx";
import { enterAdvances } from "../../_apply/enter-advances.ts";
import { PostedIn, usePosting } from "../../_apply/posted-in.tsx";
import { ShortcutsLine } from "../../_apply/shortcuts-line.tsx";
import type { ListedAccount } from "../../_apply/listed-account.ts";
import { applyFaults } from "../../_apply/apply-faults.ts";
import { useEntries } from "../../_apply/use-entries.ts";

type Props = {
  org: string;
  paymentId: string;
  openCents: Cents;
  account: ListedAccount;
  place: { locale: string; today: Day };
};
type Applied = readonly { itemId: number; amountCents: Cents }[];

export function ApplyCredit({ org, paymentId, openCents, account, place: { locale, today } }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [sentFor, setSentFor] = useState<ListedAccount | null>(null);
  const [empty, setEmpty] = useState(false);
  const { figures, currency } = account;
  const free = larger(ZERO, minus(figures.openCreditCents, figures.earmarkedCents));
  const budgetCents = smaller(openCents, free);
  const entries = useEntries(account, { budgetCents, on: today, locale });
  const { plan } = entries;
  const posting = usePosting(today, account.months);
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const { send, pending, fault } = useCommand(
    (applied: Applied, commandKey) =>
      api(org).payments.applyCredit.mutate({
        commandKey,
        paymentId,
        appliedOn: today,
        applied: [...applied],
      }),
    ({ period }) => {
      const posted = postedWords(today, period, locale);
      toast(`${write(plan.appliedCents)} of open credit applied${posted ? `, ${posted}` : ""}`);
      entries.clear();
      router.refresh();
    },
  );
  const said = applyFaults(sentFor === account ? fault : null);
  const over = plan.restCents < 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    setEmpty(plan.applied.length === 0);
    if (plan.faults.size > 0 || over)
      return form.current?.querySelector<HTMLInputElement>("[aria-invalid]")?.focus();
    if (plan.applied.length === 0) return form.current?.querySelector("input")?.focus();
    setSentFor(account);
    send(plan.applied);
  }

  return (
    <Section
      id="apply"
      title="Apply open credit"
      note={`${write(budgetCents)} ${currency} can be applied${budgetCents < openCents ? "; the rest is earmarked" : ""}`}
      end={
        <span className="flex gap-2">
          <Button onClick={entries.autoApply}>Auto-apply</Button>
          <Button onClick={entries.clear}>Clear</Button>
        </span>
      }
    >
      <form ref={form} onSubmit={submit} onKeyDown={enterAdvances} noValidate className="grid gap-4">
        {said.above ? <Notice tone="late">{said.above}</Notice> : null}
        {said.stale ? (
          <Notice tone="soon" title="This account changed while you were typing">
            <p className="mb-2">Nothing was applied, and what you typed is kept.</p>
            <Button onClick={() => router.refresh()}>See what changed</Button>
          </Notice>
        ) : null}
        <Card>
          <ApplyTable entries={entries} refused={said.rows} currency={currency} locale={locale} />
        </Card>
        <div className="grid max-w-sm gap-4 desk:justify-self-end desk:min-w-80">
          {over || empty ? (
            <p role="alert" className="font-medium text-late">
              {over ? `Only ${write(budgetCents)} can be applied.` : "Enter an amount beside an invoice."}
            </p>
          ) : (
            <Effect
              account={account}
              locale={locale}
              moved={{ paidCents: ZERO, appliedCents: plan.appliedCents }}
            />
          )}
          <PostedIn posting={posting} locale={locale} />
          <Button type="submit" variant="primary" data-step pending={pending}>
            Apply {plan.appliedCents > 0 ? write(plan.appliedCents) : "open credit"}
          </Button>
          <ShortcutsLine does="applies" />
        </div>
      </form>
    </Section>
  );
}

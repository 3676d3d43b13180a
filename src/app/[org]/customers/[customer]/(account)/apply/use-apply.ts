"use client";
// What the screen of open credit knows and does: which credit is used, on which day, and whether earmarks may be
// released. Each amount is drawn from the chosen credits in their order, by the rule that the books check.
import { useRouter } from "next/navigation";
import { useState, type FormEvent, type RefObject } from "react";
import { drawFrom } from "@/domain/ledger/allocation.ts";
import type { Day } from "@/domain/values/day.ts";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { figuresAfter, paying } from "@/domain/ledger/figures-after.ts";
import { ZERO, formatAmount, larger, minus, plus, smaller, sum, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import type { ListedAccount } from "../../../../_apply/listed-account.ts";
import { usePosting } from "../../../../_apply/posted-in.tsx";
import { applyFaults } from "../../../../_apply/apply-faults.ts";
import { useEntries } from "../../../../_apply/use-entries.ts";
import type { Where } from "../../../../_corrections/reversal-effects.ts";
import type { ListedCredit } from "./listed-credit.ts";

type ApplyContext = {
  where: Where;
  account: ListedAccount;
  credits: readonly ListedCredit[];
  only: number | null;
};

export function useApply(
  { where, account, credits, only }: ApplyContext,
  form: RefObject<HTMLFormElement | null>,
) {
  const router = useRouter();
  const { today, org, locale } = where;
  const [on, setOn] = useState(today);
  const [unused, setUnused] = useState<ReadonlySet<number>>(
    () => new Set(only === null ? [] : credits.map(({ creditId }) => creditId).filter((id) => id !== only)),
  );
  const [useEarmarked, setUseEarmarked] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [sentFor, setSentFor] = useState<ListedAccount | null>(null);

  const usable = credits.filter((credit) => !unused.has(credit.creditId) && credit.countsFrom <= on);
  const chosenCents = sum(usable.map((credit) => credit.openCents));
  const freeCents = larger(ZERO, freeCreditOf(account.figures));
  const budgetCents = useEarmarked ? chosenCents : smaller(chosenCents, freeCents);
  const entries = useEntries(account, { budgetCents, on, locale });
  const { plan } = entries;
  const posting = usePosting(on, account.months);
  const over = plan.restCents < 0;
  const moved = paying({ paidCents: ZERO, appliedCents: plan.appliedCents });
  const { after, releasedEarmarks: giving } = figuresAfter(
    account.figures,
    moved,
    useEarmarked ? account.earmarks : [],
  );
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).openCredit.applyCredit.mutate({
        commandKey,
        accountId: account.accountId,
        appliedOn: on,
        useEarmarked,
        applied: drawFrom(usable, plan.applied),
        seenSeq: account.seenSeq,
        period: posting.period,
      }),
    ({ period }) => {
      const posted = postedWords(on, period, locale);
      const amount = formatAmount(plan.appliedCents, account.currency, locale);
      toast(`${amount} of open credit applied${posted ? `, ${posted}` : ""}`);
      entries.clear();
      setUseEarmarked(false);
      router.refresh();
    },
    { day: "appliedOn" },
  );
  const said = applyFaults(sentFor === account ? fault : null);

  function submit(event: FormEvent) {
    event.preventDefault();
    setEmpty(plan.applied.length === 0);
    const focus = (where: string) => form.current?.querySelector<HTMLElement>(where)?.focus();
    if (plan.faults.size > 0 || over) return focus("[aria-invalid], [name=useEarmarked]");
    if (plan.applied.length === 0) return focus("input[inputmode]");
    setSentFor(account);
    send(null);
  }

  return {
    on,
    setOn,
    useEarmarked,
    setUseEarmarked,
    entries,
    posting,
    budgetCents,
    over,
    giving,
    after,
    pending,
    said,
    submit,
    empty: empty && plan.applied.length === 0,
    earmarkedInTheWay: minus(chosenCents, smaller(chosenCents, freeCents)),
    drawn: over ? new Map<number, Cents>() : drawnOf(drawFrom(usable, plan.applied)),
    isUsed: (creditId: number) => !unused.has(creditId),
    use(creditId: number, used: boolean) {
      const next = new Set(unused);
      if (used) next.delete(creditId);
      else next.add(creditId);
      setUnused(next);
    },
    setDay: (text: string) => setOn((text || today) as Day),
    lookAgain: () => router.refresh(),
  };
}

function drawnOf(draws: readonly { creditId: number; amountCents: Cents }[]): ReadonlyMap<number, Cents> {
  const drawn = new Map<number, Cents>();
  for (const { creditId, amountCents } of draws)
    drawn.set(creditId, plus(drawn.get(creditId) ?? ZERO, amountCents));
  return drawn;
}

export type ApplyState = ReturnType<typeof useApply>;

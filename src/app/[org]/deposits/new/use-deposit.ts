"use client";
// What the deposit screen knows and does: which payments are chosen, what they come to, and the day. Nothing that was
// chosen is lost when it is refused; what was deposited meanwhile by somebody else drops out once the page is drawn anew.
import { useRouter } from "next/navigation";
import { useEffect, useState, type FormEvent, type RefObject } from "react";
import type { BankAccount } from "@/domain/payments/to-account.ts";
import { slipSums } from "@/domain/payments/deposit.ts";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import { later, type Day } from "@/domain/values/day.ts";
import { sum } from "@/domain/values/money.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { focusOnError } from "@/ui/focus-on-error.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { usePosting } from "../../_apply/posted-in.tsx";
import { toDeposit } from "../../_shell/links.ts";

export type Waiting = RouterOutputs["deposits"]["waiting"]["rows"][number];
export type DepositContext = {
  org: string;
  place: { locale: string; today: Day; currency: string };
  rows: readonly Waiting[];
  months: PostingMonths;
  banks: readonly BankAccount[];
  firstBank: string;
};

export function useDeposit(
  { org, place, rows, months, banks, firstBank }: DepositContext,
  form: RefObject<HTMLFormElement | null>,
) {
  const router = useRouter();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [depositedOn, setDepositedOn] = useState(place.today);
  const [toAccount, setToAccount] = useState(firstBank);
  const [memo, setMemo] = useState("");
  const [tried, setTried] = useState(false);
  const posting = usePosting(depositedOn, months);
  const chosen = rows.filter((row) => ticked.has(row.paymentId));
  const { send, pending, fault } = useCommand(
    (paymentIds: string[], commandKey) =>
      api(org).deposits.make.mutate({
        commandKey,
        paymentIds,
        depositedOn,
        toAccount,
        period: posting.period,
        memo,
      }),
    ({ depositId, number }) => {
      toast(`Deposit ${number} made`);
      router.push(toDeposit(org, depositId));
    },
    { day: "depositedOn" },
  );
  useEffect(() => focusOnError(form.current, fault), [form, fault]);
  useEffect(() => {
    if (fault?.code === "deposited-meanwhile") router.refresh();
  }, [fault, router]);
  const latest = chosen.map((row) => row.receivedOn).reduce(later, chosen[0]?.receivedOn ?? depositedOn);
  const dayError =
    depositedOn > place.today
      ? "Choose today or an earlier day."
      : depositedOn < latest
        ? "One of the chosen payments came in after that day."
        : undefined;

  return {
    ticked,
    tick(ids: readonly string[], isOn: boolean) {
      const next = new Set(ticked);
      for (const id of ids)
        if (isOn) next.add(id);
        else next.delete(id);
      setTicked(next);
    },
    chosen,
    sumCents: sum(chosen.map((row) => row.amountCents)),
    sums: slipSums(chosen),
    depositedOn,
    setDepositedOn,
    banks,
    toAccount,
    setToAccount,
    memo,
    setMemo,
    posting,
    pending,
    above: fault?.above ?? null,
    errors: { ...fault?.fields, ...(dayError && { depositedOn: dayError }) } as Readonly<
      Record<string, string>
    >,
    none: tried && chosen.length === 0,
    submit(event: FormEvent) {
      event.preventDefault();
      setTried(true);
      const focus = (where: string) => form.current?.querySelector<HTMLElement>(where)?.focus();
      if (chosen.length === 0) return focus("input[name=payment]");
      if (dayError) return focus("[name=depositedOn]");
      send(chosen.map((row) => row.paymentId));
    },
  };
}

export type DepositState = ReturnType<typeof useDeposit>;

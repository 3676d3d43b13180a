"use client";
// What the payment screen knows and does. Nothing that was typed is lost: not when a field is wrong, not when the account
// changed meanwhile, not when the customer is chosen last.
import { useRouter } from "next/navigation";
import { useEffect, useState, type FormEvent, type RefObject } from "react";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, minus, typedAmount, formatAmount, type Cents } from "@/domain/values/money.ts";
import { isInTime, readPaid } from "@/domain/payments/paying.ts";
import type { ToAccounts } from "@/domain/payments/to-account.ts";
import { paidFaultWords } from "@/domain/payments/paying-words.ts";
import { api } from "@/server/client.ts";
import { focusOnError } from "@/ui/focus-on-error.ts";
import { useCommand } from "@/ui/use-command.ts";
import { toNewPayment } from "../../_shell/links.ts";
import type { ListedAccount } from "../../_apply/listed-account.ts";
import { applyFaults } from "../../_apply/apply-faults.ts";
import { usePosting } from "../../_apply/posted-in.tsx";
import { useEntries } from "../../_apply/use-entries.ts";
import { UNDEPOSITED, usualEntry, type PaymentEntry } from "./payment-fields.tsx";
import type { Done } from "./recorded.tsx";
import { useKeptPayment } from "./use-kept-payment.ts";

export type PaymentPlace = { locale: string; today: Day; currency: string; zone: string };
export type PaymentContext = {
  org: string;
  place: PaymentPlace;
  account: ListedAccount | null;
  /** The item whose payment it is, when one came from there. */
  settles: number | null;
  /** It pays for the customer's children, too. */
  family: boolean;
  to: ToAccounts;
};
type Order = {
  account: ListedAccount;
  family: boolean;
  given: PaymentEntry;
  applied: Done["applied"] | "oldest-first";
  discounts: Done["applied"];
  paidCents: Cents;
  period: Day | undefined;
};

const blank = (today: Day, to: ToAccounts): PaymentEntry => ({
  amount: "",
  receivedOn: today,
  method: "check",
  reference: "",
  toAccount: usualEntry("check", to),
  memo: "",
  customerNote: "",
});

export function usePayment(
  { org, place, account, settles, family, to }: PaymentContext,
  form: RefObject<HTMLFormElement | null>,
) {
  const router = useRouter();
  const debt = account?.debts.find(({ itemId }) => itemId === settles);
  const asked = debt && isInTime(debt, place.today) ? (debt.offer?.offeredCents ?? ZERO) : ZERO;
  const whole =
    debt && account ? typedAmount(minus(debt.openCents, asked), account.currency, place.locale) : "";
  const fresh = {
    given: { ...blank(place.today, to), amount: whole },
    choice: settles !== null && whole ? { [settles]: whole } : null,
    offers: settles !== null && asked > 0 ? [settles] : [],
    today: place.today,
  };
  const [given, setGiven] = useState(fresh.given);
  const [tried, setTried] = useState(false);
  const [sentFor, setSentFor] = useState<ListedAccount | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const paid = readPaid(given.amount, place);
  const paidCents = typeof paid === "number" ? paid : null;
  const entries = useEntries(account, {
    budgetCents: paidCents ?? ZERO,
    on: given.receivedOn,
    locale: place.locale,
    choice: fresh.choice,
    offers: fresh.offers,
    mayKeep: true,
  });
  const kept = useKeptPayment(form, {
    place: [org, account?.accountId ?? "nobody", String(settles ?? ""), ...(family ? ["family"] : [])],
    fresh,
    now: { given, choice: entries.choice, offers: entries.offers, today: place.today },
    give(typed) {
      setGiven(typed.given);
      entries.choose(typed.choice, typed.offers);
    },
  });
  const { plan } = entries;
  const posting = usePosting(given.receivedOn, account?.months ?? null);
  const { send, pending, fault } = useCommand(
    (order: Order, commandKey) => record(org, order, commandKey),
    (recorded: Done) => {
      kept.forget();
      setDone(recorded);
      const { method, receivedOn, toAccount } = given;
      setGiven({ ...blank(place.today, to), method, receivedOn, toAccount });
      setTried(false);
      entries.startAnew();
      router.refresh();
    },
    { day: "receivedOn", amount: "amountCents", place: kept.key },
  );
  useEffect(() => focusOnError(form.current, fault), [form, fault]);
  useFocusOnAmount(form, done ? undefined : account?.accountId);

  // Once the page has been drawn anew, what it says of each row is newer than the refusal.
  const said = applyFaults(sentFor === account ? fault : null);
  const wrongAmount = typeof paid === "number" ? undefined : paidFaultWords(paid, place);
  const over = paidCents !== null && plan.restCents < 0;
  const focus = (where: string) => form.current?.querySelector<HTMLElement>(where)?.focus();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!account) return focus("[name=customer]");
    if (paidCents === null) return focus("[name=amount]");
    if (given.receivedOn > place.today) return focus("[name=receivedOn]");
    // A row that can't be is why more is applied than was paid.
    if (plan.faults.size > 0) return focus("[aria-invalid][aria-label]");
    if (over) return focus("[name=amount]");
    setSentFor(account);
    // What isn't listed is settled by the books, in the same order.
    const restGoesOn =
      entries.isAuto &&
      account.debts.length < account.debtCount &&
      plan.restCents > 0 &&
      plan.discounts.length === 0;
    send({
      account,
      family,
      given,
      applied: restGoesOn ? "oldest-first" : plan.applied,
      discounts: plan.discounts,
      paidCents,
      period: posting.period,
    });
  }

  return {
    given,
    setGiven,
    entries,
    posting,
    paidCents,
    pending,
    said,
    done,
    submit,
    missing: tried && !account,
    errors: { ...said.fields, ...amountError(), ...dayError() },
    lookAgain: () => router.refresh(),
    isRestored: kept.isRestored,
    goAlong: kept.goAlong,
    startOver() {
      setGiven(fresh.given);
      entries.choose(fresh.choice, fresh.offers);
      kept.forget();
      focus("[name=amount]");
    },
    autoApply() {
      if (paidCents !== null) return entries.autoApply();
      setTried(true);
      focus("[name=amount]");
    },
    /** The next check on the pile is another customer's; its day and method are likely the same. */
    another() {
      setDone(null);
      router.replace(toNewPayment(org));
    },
  };

  function amountError() {
    const { currency, locale } = place;
    const applied = formatAmount(plan.appliedCents, currency, locale);
    if (over) return { amountCents: `${applied} is applied: more than was paid.` };
    return tried && wrongAmount ? { amountCents: wrongAmount } : {};
  }

  function dayError() {
    return given.receivedOn > place.today ? { receivedOn: "Choose today or an earlier day." } : {};
  }
}

/** The customer is known: the amount comes first. */
function useFocusOnAmount(form: RefObject<HTMLFormElement | null>, accountId: string | undefined) {
  useEffect(() => {
    if (accountId) form.current?.querySelector<HTMLInputElement>("[name=amount]")?.focus();
  }, [form, accountId]);
}

async function record(org: string, order: Order, commandKey: string): Promise<Done> {
  const { account, family, given, applied, discounts, paidCents, period } = order;
  const { receivedOn, method, reference, memo, customerNote, toAccount } = given;
  const { accountId, customerId, name } = account;
  const input = {
    commandKey,
    accountId,
    amountCents: paidCents,
    receivedOn,
    period,
    method,
    reference,
    toAccount: toAccount === UNDEPOSITED ? null : toAccount,
    memo,
    customerNote,
    applied: applied === "oldest-first" ? applied : [...applied],
    discounts: [...discounts],
  };
  const told = { paidCents, name, customerId, receivedOn };
  if (!family)
    return {
      ...(await api(org).payments.record.mutate(input)),
      ...told,
    };
  const { parts, ...recorded } = await api(org).payments.recordSplit.mutate(input);
  const number = parts.map((part) => part.number).join(", ");
  return { ...recorded, ...told, number, paymentId: parts[0]?.paymentId ?? "" };
}

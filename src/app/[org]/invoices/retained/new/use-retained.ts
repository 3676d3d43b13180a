"use client";
// What the form of a retained invoice knows and does: how much of which lines is billed, filled whole or by a share, and
// what is wrong with it. Nothing that was typed is lost.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { releasedAt } from "@/domain/invoices/retained.ts";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { isDay, type Day } from "@/domain/values/day.ts";
import { dueUnder, keptTerms } from "@/domain/values/terms.ts";
import { RATE_DIGITS, parseTyped } from "@/domain/values/decimal.ts";
import { ZERO, parseAmount, plus, typedAmount, type Cents } from "@/domain/values/money.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { useKept } from "@/ui/use-kept.ts";
import { usePosting } from "../../../_apply/posted-in.tsx";
import { toInvoice } from "../../../_shell/links.ts";

export type HeldAccount = RouterOutputs["retainage"]["held"];
export type HeldLine = HeldAccount["lines"][number];
export type Place = { locale: string; today: Day };

type Entry = {
  number: string;
  releasedOn: string;
  /** "" while the customer's terms decide. */
  dueOn: string;
  share: string;
  notesToCustomer: string;
  notesInternal: string;
  amounts: Readonly<Record<string, string>>;
};

export const keyOf = ({ invoiceId, invoiceLine }: HeldLine): string => `${invoiceId}.${invoiceLine}`;

type Options = { org: string; account: HeldAccount; jobId: string | null; place: Place };

export function useRetained({ org, account, jobId, place }: Options) {
  const router = useRouter();
  const { lines, currency, accountId } = account;
  const { locale, today } = place;
  const typed = (amount: Cents) => (amount > 0 ? typedAmount(amount, currency, locale) : "");
  /** Of these lines, so much; the others stay as they are. */
  const filled = (of: readonly HeldLine[], amountOf: (line: HeldLine) => Cents) =>
    Object.fromEntries(of.map((line) => [keyOf(line), typed(amountOf(line))]));
  const blank: Entry = {
    number: "",
    releasedOn: today,
    dueOn: "",
    share: "",
    notesToCustomer: "",
    notesInternal: "",
    amounts: filled(lines, (line) => line.heldCents),
  };
  const [entry, setEntry] = useState(blank);
  const [tried, setTried] = useState(false);
  const [shareFault, setShareFault] = useState<string | undefined>(undefined);
  const kept = useKept<Entry>(["retained", org, accountId, jobId ?? ""], {
    now: entry,
    isBlank: (now) => JSON.stringify(now) === JSON.stringify(blank),
    restore: (then) => then && setEntry(then),
  });
  const on = isDay(entry.releasedOn) ? entry.releasedOn : today;
  const posting = usePosting(on, account.months);
  const read = lines.map((line) => readLine(line, entry.amounts[keyOf(line)] ?? "", { currency, locale }));
  const billed = read.filter((line) => line.amountCents > 0);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).retainage.release.mutate({
        commandKey,
        accountId,
        releasedOn: on,
        ...(isDay(entry.dueOn) && { dueOn: entry.dueOn }),
        ...(entry.number.trim() && { number: entry.number }),
        period: posting.period,
        notesToCustomer: entry.notesToCustomer,
        notesInternal: entry.notesInternal,
        released: billed.map(({ line, amountCents }) => ({
          invoiceId: line.invoiceId,
          invoiceLine: line.invoiceLine,
          amountCents,
        })),
      }),
    ({ invoiceId, number, period }) => {
      kept.forget();
      const posted = postedWords(on, period, locale);
      toast(`Invoice ${number} issued${posted ? `, ${posted}` : ""}`);
      router.push(toInvoice(org, invoiceId));
    },
    { place: kept.key, day: "releasedOn" },
  );
  const errors = fault?.fields ?? {};
  const errorOf = (at: number): string | undefined => {
    const line = read[at];
    const sent = line ? billed.indexOf(line) : -1;
    return line?.error ?? (sent < 0 ? undefined : errors[`released.${sent}.amountCents`]);
  };
  const set = (part: Partial<Entry>) => setEntry({ ...entry, ...part });
  const fill = (of: readonly HeldLine[], amountOf: (line: HeldLine) => Cents) =>
    set({ amounts: { ...entry.amounts, ...filled(of, amountOf) } });
  return {
    entry,
    set,
    type: (line: HeldLine, text: string) => set({ amounts: { ...entry.amounts, [keyOf(line)]: text } }),
    errorOf: (line: HeldLine) => errorOf(lines.indexOf(line)),
    fillWhole: (of: readonly HeldLine[]) => fill(of, (line) => line.heldCents),
    clear: (of: readonly HeldLine[]) => fill(of, () => ZERO),
    fillShare() {
      const percent = parseTyped(entry.share.replace(/\s*%$/, ""), RATE_DIGITS, locale);
      const isOne = percent !== null && percent.units <= 100n * 10n ** BigInt(percent.scale);
      setShareFault(isOne ? undefined : "Enter percent from 0 to 100, with at most 3 decimals.");
      if (isOne) fill(lines, (line) => releasedAt(percent, line));
    },
    shareFault,
    totalCents: billed.reduce((total, line) => plus(total, line.amountCents), ZERO),
    dueOn: isDay(entry.dueOn) ? entry.dueOn : dueUnder(keptTerms(account.terms), on),
    posting,
    errors,
    fault,
    pending,
    nothing: tried && billed.length === 0 ? "Enter what is billed of at least one line." : null,
    isRestored: kept.isRestored,
    startOver() {
      setEntry(blank);
      kept.forget();
    },
    /** Whether it was sent; where it wasn't, what is wrong is said at its box. */
    submit(): boolean {
      setTried(true);
      const isReady = billed.length > 0 && read.every((line) => line.error === undefined);
      if (isReady) send(null);
      return isReady;
    },
  };
}

export type Retained = ReturnType<typeof useRetained>;

type Read = { line: HeldLine; amountCents: Cents; error?: string };

function readLine(
  line: HeldLine,
  text: string,
  { currency, locale }: { currency: string; locale: string },
): Read {
  if (text.trim() === "") return { line, amountCents: ZERO };
  const amount = parseAmount(text, currency, locale);
  if (typeof amount === "string" || amount < 0)
    return { line, amountCents: ZERO, error: "Enter an amount, or leave it empty." };
  return amount > line.heldCents
    ? { line, amountCents: amount, error: "That is more than is still held back." }
    : { line, amountCents: amount };
}

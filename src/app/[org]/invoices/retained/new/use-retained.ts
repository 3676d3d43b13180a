"use client";
// What the form of a retained invoice knows and does: how much of which lines is billed, filled whole or by a share, and
// what is wrong with it. Nothing that was typed is lost.
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DraftLine } from "@/domain/invoices/draft.ts";
import { releasedAt } from "@/domain/invoices/retained.ts";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { isDay, type Day } from "@/domain/values/day.ts";
import { dueUnder, readTerms } from "@/domain/values/terms.ts";
import { RATE_DIGITS, parseTyped } from "@/domain/values/decimal.ts";
import { ZERO, parseAmount, plus, sum, typedAmount, type Cents } from "@/domain/values/money.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { toast } from "@/ui/toast.tsx";
import { faultOf, useCommand } from "@/ui/use-command.ts";
import { useKept } from "@/ui/use-kept.ts";
import { usePosting } from "../../../_apply/posted-in.tsx";
import { toCustomer, toInvoice } from "../../../_shell/links.ts";
import { useOwnLines, type Ground } from "./use-own-lines.ts";

export type HeldAccount = RouterOutputs["retainage"]["held"];
export type HeldLine = HeldAccount["lines"][number];
export type Place = { locale: string; today: Day };

type Entry = {
  number: string;
  releasedOn: string;
  /** The code of its terms; "" where its due date is said. */
  terms: string;
  dueOn: string;
  share: string;
  notesToCustomer: string;
  notesInternal: string;
  amounts: Readonly<Record<string, string>>;
};
/** What outlives the page. */
type Typed = Entry & { lines: readonly DraftLine[]; chartCode: string };

export const keyOf = ({ invoiceId, invoiceLine }: HeldLine): string => `${invoiceId}.${invoiceLine}`;

export const namedOf = ({ invoiceId, invoiceLine }: HeldLine) => ({ invoiceId, invoiceLine });

type Options = { org: string; account: HeldAccount; narrowed: string; place: Place; ground: Ground };

export function useRetained({ org, account, narrowed, place, ground }: Options) {
  const router = useRouter();
  const { lines, currency, accountId, customerId } = account;
  const { locale, today } = place;
  const typed = (amount: Cents) => (amount > 0 ? typedAmount(amount, currency, locale) : "");
  /** Of these lines, so much; the others stay as they are. */
  const filled = (of: readonly HeldLine[], amountOf: (line: HeldLine) => Cents) =>
    Object.fromEntries(of.map((line) => [keyOf(line), typed(amountOf(line))]));
  const blank: Entry = {
    number: "",
    releasedOn: today,
    terms: account.terms,
    dueOn: "",
    share: "",
    notesToCustomer: "",
    notesInternal: "",
    amounts: filled(lines, (line) => line.heldCents),
  };
  const [entry, setEntry] = useState(blank);
  const [tried, setTried] = useState(false);
  const [shareFault, setShareFault] = useState<string | undefined>(undefined);
  const on = isDay(entry.releasedOn) ? entry.releasedOn : today;
  const beside = useOwnLines({ org, account, ground, place, on, tried });
  const { draft } = beside;
  const kept = useKept<Typed>(["retained", org, accountId, narrowed], {
    now: { ...entry, lines: draft.lines.map(({ key: _key, ...line }) => line), chartCode: draft.chartCode },
    isBlank: (now) => JSON.stringify(now) === JSON.stringify({ ...blank, lines: [], chartCode: "" }),
    restore(then) {
      if (!then) return;
      const { lines: typedLines, chartCode, ...head } = then;
      setEntry(head);
      beside.replace({ ...draft, lines: typedLines, chartCode });
    },
  });
  const posting = usePosting(on, account.months);
  const read = lines.map((line) => readLine(line, entry.amounts[keyOf(line)] ?? "", { currency, locale }));
  const billed = read.filter((line) => line.amountCents > 0);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org)
        .retainage.release.mutate({
          commandKey,
          accountId,
          releasedOn: on,
          terms: entry.terms,
          ...(entry.terms === "" && isDay(entry.dueOn) && { dueOn: entry.dueOn }),
          ...(entry.number.trim() && { number: entry.number }),
          period: posting.period,
          own: beside.own,
          notesToCustomer: entry.notesToCustomer,
          notesInternal: entry.notesInternal,
          released: billed.map(({ line, amountCents }) => ({
            invoiceId: line.invoiceId,
            invoiceLine: line.invoiceLine,
            amountCents,
          })),
        })
        .catch((error: unknown) => {
          const told = faultOf(error);
          if (told.code === "tax-changed") beside.setTaxes(told.details);
          throw error;
        }),
    ({ invoices }) => {
      kept.forget();
      const [first, ...others] = invoices;
      const numbers = invoices.map(({ number }) => number).join(", ");
      const posted = first && postedWords(on, first.period, locale);
      const what = others.length > 0 ? `Invoices ${numbers}` : `Invoice ${numbers}`;
      toast(`${what} issued${posted ? `, ${posted}` : ""}`);
      router.push(
        first && others.length === 0 ? toInvoice(org, first.invoiceId) : toCustomer(org, customerId),
      );
    },
    { place: kept.key, day: "releasedOn" },
  );
  const errors = fault?.fields ?? {};
  const terms = readTerms(entry.terms);
  const releasedCents = sum(billed.map((line) => line.amountCents));
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
    beside,
    releasedCents,
    totalCents: plus(releasedCents, beside.total.totalCents),
    /** How many invoices it becomes: one for each job. */
    invoices: new Set(billed.map(({ line }) => line.job?.jobId ?? "")).size,
    dueOn: terms ? dueUnder(terms, on) : entry.dueOn,
    posting,
    errors,
    fault,
    pending,
    nothing: tried && billed.length === 0 ? "Enter what is billed of at least one line." : null,
    isRestored: kept.isRestored,
    startOver() {
      setEntry(blank);
      beside.replace({ ...draft, lines: [], chartCode: "" });
      kept.forget();
    },
    /** Whether it was sent; where it wasn't, what is wrong is said at its box. */
    submit(): boolean {
      setTried(true);
      const isReady = billed.length > 0 && read.every((line) => line.error === undefined) && beside.isReady;
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

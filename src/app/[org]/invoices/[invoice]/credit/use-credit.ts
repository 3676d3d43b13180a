"use client";
// What the form of a credit memo knows and does: what was typed, what it comes to, and issuing it. Nothing that was typed is lost.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { mostCredit } from "@/domain/invoices/invoice-credit.ts";
import { readCredit, type TypedCredit, type TypedLine } from "@/domain/invoices/typed-credit.ts";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { isDay } from "@/domain/values/day.ts";
import { smaller, typedAmount } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { useKept } from "@/ui/use-kept.ts";
import { usePosting } from "../../../_apply/posted-in.tsx";
import { toCreditMemo } from "../../../_shell/links.ts";
import type { Account, Billed, Place } from "./credited-invoice.ts";

type Entry = TypedCredit & { issuedOn: string; reason: string; notesToCustomer: string };

const EMPTY: TypedLine = { quantity: "", amount: "" };

type Options = { org: string; billed: Billed; account: Account; place: Place };

export function useCredit({ org, billed, account, place: { locale, today } }: Options) {
  const router = useRouter();
  const { invoiceId, number, currency, customerName } = billed;
  const open = smaller(billed.openCents, mostCredit(billed));
  const blank: Entry = {
    by: "lines",
    lines: {},
    amount: open > 0 ? typedAmount(open, currency, locale) : "",
    issuedOn: today,
    reason: "",
    notesToCustomer: "",
  };
  const [entry, setEntry] = useState(blank);
  const kept = useKept<Entry>(["credit-memo", org, invoiceId], {
    now: entry,
    isBlank: (now) => JSON.stringify(now) === JSON.stringify(blank),
    restore: (then) => then && setEntry(then),
  });
  const on = isDay(entry.issuedOn) ? entry.issuedOn : today;
  const posting = usePosting(on, account.months);
  const read = readCredit(billed, entry, { currency, locale });
  const { send, pending, fault } = useCommand(
    (choice: NonNullable<typeof read.choice>, commandKey) =>
      api(org).creditMemos.creditInvoice.mutate({
        commandKey,
        invoiceId,
        issuedOn: on,
        period: posting.period,
        choice: choice.by === "lines" ? { ...choice, lines: [...choice.lines] } : choice,
        seenTotalCents: read.total.totalCents,
        reason: entry.reason,
        notesToCustomer: entry.notesToCustomer,
      }),
    (memo) => {
      kept.forget();
      const posted = postedWords(on, memo.period, locale);
      const back = memo.unarchived ? `. ${customerName} was archived and is back in the lists` : "";
      toast(`Credit memo ${memo.number} issued for ${number}${posted ? `, ${posted}` : ""}${back}`);
      router.push(toCreditMemo(org, memo.creditMemoId));
    },
    { place: kept.key, day: "issuedOn" },
  );
  const set = (part: Partial<Entry>) => setEntry((was) => ({ ...was, ...part }));
  return {
    entry,
    set,
    lineOf: (line: number): TypedLine => entry.lines[line] ?? EMPTY,
    /** One box of a line is filled in: the other is emptied. */
    typeLine: (line: number, typed: Partial<TypedLine>) =>
      setEntry((was) => ({ ...was, lines: { ...was.lines, [line]: { ...EMPTY, ...typed } } })),
    read,
    posting,
    fault,
    pending,
    submit: () => (read.choice ? (send(read.choice), true) : false),
    look: () => router.refresh(),
    isRestored: kept.isRestored,
    startOver() {
      kept.forget();
      setEntry(blank);
    },
  };
}

export type Credit = ReturnType<typeof useCredit>;

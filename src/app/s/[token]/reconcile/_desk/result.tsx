"use client";
// What came out: both balances, what their difference is made of, and the documents of each part.
import type { ReactNode } from "react";
import { documentWords } from "@/domain/language/document-words.ts";
import { dayLocale } from "@/domain/language/language.ts";
import { reconcileWords, type ReconcileWords } from "@/domain/language/reconcile-words.ts";
import { differsInDay, sumsOf, type Entry, type Pair, type Reconciled } from "@/domain/reconcile/match.ts";
import { resultCsv } from "@/domain/reconcile/result-csv.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { ZERO, formatAmount, formatMoney, minus, type Cents } from "@/domain/values/money.ts";
import { Button } from "@/ui/button.tsx";
import type { StaticColumn } from "@/ui/static-rows.ts";
import { StaticTable } from "@/ui/static-table.tsx";
import type { Reader } from "./reader.ts";

type Props = { business: Reader; currency: string; found: Reconciled };

export function Result({ business, currency, found }: Props) {
  const say = reconcileWords(business.language);
  const money = (amount: Cents) => formatMoney(amount, currency, business.locale);
  const sums = sumsOf(found);
  const made: [string, number, Cents][] = [
    [say.onlyTheirs(business.name), found.onlyOurs.length, sums.onlyOursCents],
    [say.onlyYours, found.onlyTheirs.length, negativeOf(sums.onlyTheirsCents)],
    [say.differing, found.differing.length, sums.differingCents],
  ];
  const isSame = made.every(([, count]) => count === 0);
  return (
    <section aria-labelledby="result" className="mt-4 rounded-card border border-line bg-card px-4 py-4">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <h2 id="result" className="flex-1 font-semibold">
          {say.result}
        </h2>
        <Button onClick={() => save(resultCsv(found, currency, csvWords(say, business)))}>
          {say.download}
        </Button>
      </div>
      <dl className="grid gap-1 tabular-nums">
        <Line what={say.theyHave(business.name)} amount={money(sums.oursCents)} />
        <Line what={say.youHave} amount={money(sums.theirsCents)} />
        <Line what={say.difference} amount={money(sums.differenceCents)} strong />
        {made.map(([what, count, amount]) =>
          count === 0 ? null : (
            <Line key={what} what={`${what}, ${say.documents(count)}`} amount={money(amount)} under />
          ),
        )}
      </dl>
      {isSame ? <p className="mt-3 font-medium text-good">{say.allSame}</p> : null}
      <Pairs
        id="differing"
        title={say.differing}
        pairs={found.differing}
        business={business}
        currency={currency}
      />
      <Entries
        id="only-ours"
        title={say.onlyTheirs(business.name)}
        entries={found.onlyOurs}
        business={business}
        currency={currency}
      />
      <Entries
        id="only-theirs"
        title={say.onlyYours}
        entries={found.onlyTheirs}
        business={business}
        currency={currency}
      />
      <Pairs id="same" title={say.same} pairs={found.same} business={business} currency={currency} />
    </section>
  );
}

const negativeOf = (amount: Cents): Cents => minus(ZERO, amount);

type LineProps = { what: string; amount: string; strong?: boolean; under?: boolean };

const Line = ({ what, amount, strong = false, under = false }: LineProps) => (
  <div
    className={`flex justify-between gap-4 ${strong ? "border-t border-line pt-1 font-semibold" : ""} ${under ? "pl-4 text-soft" : ""}`}
  >
    <dt className="wrap-anywhere">{what}</dt>
    <dd>{amount}</dd>
  </div>
);

const csvWords = (say: ReconcileWords, { name, language }: Reader) => {
  const { page } = documentWords(language);
  return {
    heads: [
      say.result,
      `${say.number}, ${say.here}`,
      `${say.number}, ${say.there}`,
      `${page.date}, ${say.here}`,
      `${page.date}, ${say.there}`,
      `${say.amount}, ${say.here}`,
      `${say.amount}, ${say.there}`,
      say.difference,
    ],
    same: say.same,
    differing: (pair: Pair) => differenceWords(pair, say),
    onlyOurs: say.onlyTheirs(name),
    onlyTheirs: say.onlyYours,
  };
};

/** "another amount, another date". */
const differenceWords = (pair: Pair, say: ReconcileWords): string =>
  [
    ...(pair.ours.cents === pair.theirs.cents ? [] : [say.otherAmount]),
    ...(differsInDay(pair) ? [say.otherDay] : []),
  ].join(", ");

function save(csv: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", csv], { type: "text/csv" }));
  link.download = "reconciliation.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

type TableProps = { id: string; title: string; business: Reader; currency: string };

function readingIn({ business, currency }: Pick<TableProps, "business" | "currency">) {
  const days = dayLocale(business.language, business.locale);
  return {
    say: reconcileWords(business.language),
    amount: (entry: Entry) => formatAmount(entry.cents, currency, business.locale),
    date: (entry: Entry) => (entry.onDay === null ? "" : formatDay(entry.onDay, days)),
  };
}

function Titled({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} className="mt-5">
      <h3 id={`${id}-title`} className="mb-2 text-14 font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}

function Entries({ id, title, entries, ...how }: TableProps & { entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  const { say, amount, date } = readingIn(how);
  const columns: StaticColumn<{ entry: Entry; at: number }>[] = [
    {
      key: "number",
      head: say.number,
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ entry }) => ({ text: entry.number || "—" }),
    },
    { key: "day", head: say.day, place: "sub", cell: ({ entry }) => ({ text: date(entry) }) },
    {
      key: "amount",
      head: say.amount,
      place: "lead-end",
      numeric: true,
      cell: ({ entry }) => ({ text: amount(entry) }),
    },
  ];
  return (
    <Titled id={id} title={title}>
      <StaticTable
        wide={false}
        caption={title}
        columns={columns}
        rows={entries.map((entry, at) => ({ entry, at }))}
        rowId={({ at }) => `${id}-${at}`}
      />
    </Titled>
  );
}

function Pairs({ id, title, pairs, ...how }: TableProps & { pairs: readonly Pair[] }) {
  if (pairs.length === 0) return null;
  const { say, amount, date } = readingIn(how);
  const side = (which: "ours" | "theirs", head: string): StaticColumn<{ pair: Pair; at: number }> => ({
    key: which,
    head,
    place: which === "ours" ? "sub-end" : "lead-end",
    label: head,
    numeric: true,
    cell: ({ pair }) => ({
      text: amount(pair[which]),
      under: [{ text: date(pair[which]), variant: "soft" }],
    }),
  });
  const columns: StaticColumn<{ pair: Pair; at: number }>[] = [
    {
      key: "number",
      head: say.number,
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ pair }) => ({
        text: pair.ours.number,
        under:
          pair.theirs.number === pair.ours.number
            ? []
            : [{ text: pair.theirs.number || "—", variant: "soft" }],
      }),
    },
    {
      key: "what",
      head: say.difference,
      place: "sub",
      cell: ({ pair }) => ({ text: differenceWords(pair, say) }),
    },
    side("ours", say.here),
    side("theirs", say.there),
  ];
  return (
    <Titled id={id} title={title}>
      <StaticTable
        wide={false}
        caption={title}
        columns={id === "same" ? columns.filter(({ key }) => key !== "what") : columns}
        rows={pairs.map((pair, at) => ({ pair, at }))}
        rowId={({ at }) => `${id}-${at}`}
      />
    </Titled>
  );
}

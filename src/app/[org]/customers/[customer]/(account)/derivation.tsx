// How one of the figures above is made: a sentence, the sum with its numbers, and the events and decisions that add up
// to it, to the cent. It opens by its address, so it works without script and can be sent to somebody.
import { X } from "lucide-react";
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { canChargeWords } from "@/domain/ledger/account-words.ts";
import { countOf } from "@/domain/count-of.ts";
import {
  formulaOf,
  type DerivedLine,
  type DerivedPage,
  type Figure,
  type Others,
} from "@/domain/receivables/derivation.ts";
import { FIGURE_NAMES, apartFromSum, derivationWords } from "@/domain/receivables/derivation-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import { Pager } from "@/ui/pager.tsx";
import { SumOf } from "@/ui/sum-of.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toCustomer, toEvent, type Query } from "../../../_shell/links.ts";
import { viewOf, type AccountParams } from "./search-params.ts";
import { PaperLink } from "./paper-link.tsx";

type Props = Reading & {
  org: string;
  account: AccountPage;
  asked: AccountParams;
  figure: Figure;
  derived: DerivedPage | null;
};

export function Derivation({ org, account, asked, figure, derived, ...reading }: Props) {
  const { figures, limit, canCharge } = account;
  const write = (amount: Cents) => formatAmount(amount, reading.currency, reading.locale);
  const to = (change: Query, anchor: string) =>
    toCustomer(org, account.customerId, { ...viewOf(asked), because: null, ...change }, anchor);
  const charge = canChargeWords(figures, limit, canCharge, write);
  const parts = derived ? formulaOf(figure, figures, limit) : [];
  const apart = derived && apartFromSum(figure, derived.resultCents, { canCharge, write });
  const name = FIGURE_NAMES[figure];
  return (
    <section
      id="why"
      aria-labelledby="why-title"
      className="mt-3 scroll-mt-20 rounded-card border border-line bg-card"
    >
      <div className="flex items-start gap-4 px-4 pt-3">
        <h2 id="why-title" className="text-16 font-semibold">
          What makes up {name}
        </h2>
        <Link
          href={to({ why: null }, "")}
          scroll={false}
          aria-label="Close"
          className="-mr-2 ml-auto grid size-9 shrink-0 place-items-center rounded-control text-soft hover:bg-hover touch:size-11 print:hidden"
        >
          <X aria-hidden="true" className="size-4" />
        </Link>
      </div>
      <div className="grid gap-3 px-4 pb-4">
        <p className="max-w-prose">{derivationWords(figure, limit, `${charge.claim}: ${charge.because}`)}</p>
        {derived && parts.length > 0 ? (
          <SumOf parts={parts} result={{ name, cents: derived.resultCents }} {...reading} />
        ) : null}
        {apart ? <p className="max-w-prose">{apart}</p> : null}
        {account.isToday || (figure !== "charge" && figure !== "limit" && figure !== "credit") ? null : (
          <p className="text-soon">The limit, earmarks and reservations are today’s.</p>
        )}
      </div>
      {derived && derived.lines.length > 0 ? (
        <Lines org={org} derived={derived} {...reading} />
      ) : (
        <p className="border-t border-line px-4 py-3 text-soft">
          {derived ? "Nothing adds up to it: it is zero." : "It is no sum of events."}
        </p>
      )}
      {derived && (derived.next || asked.why?.cursor) ? (
        <div className="px-4 pb-3">
          <Pager
            label={`Pages of what makes up ${name}`}
            count={null}
            first={asked.why?.cursor ? { href: to({}, "why"), label: "First" } : null}
            next={derived.next ? { href: to({ because: derived.next }, "why"), label: "More" } : null}
          />
        </div>
      ) : null}
    </section>
  );
}

type LinesProps = Reading & { org: string; derived: DerivedPage };

function Lines({ org, derived, ...reading }: LinesProps) {
  const name = FIGURE_NAMES[derived.figure];
  const others = (key: string, { count, cents }: Others, words: string): Row[] =>
    count === 0 ? [] : [{ key, eventId: null, name: countOf(count, words), on: null, note: "", cents }];
  const rows: Row[] = [
    ...others("before", derived.before, "earlier line"),
    ...derived.lines.map((line, at) => ({
      ...line,
      key: line.eventId === null ? `d${at}` : String(line.eventId),
    })),
    ...others("after", derived.after, "further line"),
  ];
  return (
    <div className="border-t border-line">
      <Table
        caption={`What adds up to ${name}, in ${reading.currency}`}
        rows={rows}
        rowKey={(line) => line.key}
        totalName={name}
        columns={columns(org, { total: derived.resultCents, ...reading })}
      />
    </div>
  );
}

type Row = DerivedLine & { key: string };

function columns(org: string, { total, ...reading }: Reading & { total: Cents }): Column<Row>[] {
  return [
    {
      key: "name",
      head: "What",
      place: "lead",
      rowHead: true,
      cell: (line) => line.name,
    },
    {
      key: "on",
      head: "Date",
      place: "sub",
      cell: (line) => (line.on ? <DayText day={line.on} locale={reading.locale} /> : null),
    },
    {
      key: "event",
      head: "Event",
      place: "sub",
      label: "event",
      numeric: true,
      cell: (line) =>
        line.eventId === null ? null : (
          <PaperLink href={toEvent(org, line.eventId)} label={`Event ${line.eventId}`}>
            {line.eventId}
          </PaperLink>
        ),
    },
    {
      key: "note",
      head: "Notes",
      place: "under",
      wraps: true,
      cell: (line) => (line.note ? <span className="text-soft">{line.note}</span> : null),
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (line) => <Amount cents={line.cents} {...reading} />,
      total: <Amount cents={total} {...reading} />,
    },
  ];
}

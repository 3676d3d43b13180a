// A statement as its reader sees it on a screen and on paper: drawn from the one frozen value that the PDF and the mail
// are drawn from. It knows no permission and no link, so that the preview and the public page show the same thing.
import type { Route } from "next";
import type { ReactNode } from "react";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatMoney, type Cents } from "@/domain/values/money.ts";
import { amountDue, nextDueOn, type Statement } from "@/domain/statements/statement.ts";
import { AgingFigures } from "./aging-figures.tsx";
import type { Reading } from "./amount.tsx";
import { ActivityTable, OpenItemsTable } from "./statement-tables.tsx";

/** `toEvent` for those who may look behind a line; the customer’s own page has none. */
type Props = { statement: Statement; toEvent?: (eventId: number) => Route };

export function StatementView({ statement, toEvent }: Props) {
  const { business, customer, currency, aging } = statement;
  const reading: Reading = { currency, locale: business.locale };
  return (
    <article
      aria-label={statement.number ? `Statement ${statement.number}` : "Statement preview"}
      className="overflow-clip rounded-card border border-line bg-card print:rounded-none print:border-0"
    >
      <header className="grid gap-6 px-4 py-5 desk:grid-cols-[1fr_auto] desk:py-6 print:grid-cols-[1fr_auto]">
        <PartyLines name={<p className="text-20 font-semibold">{business.name}</p>} party={business} />
        <Facts statement={statement} />
        <div>
          <p className="mb-1 text-12 text-soft">Statement for</p>
          <PartyLines name={<p className="font-semibold">{customer.name}</p>} party={customer} />
        </div>
        <Due statement={statement} />
      </header>
      <Part
        title="Aging"
        note={`by due date, at ${formatDay(statement.asOf, business.locale)}, in ${currency}`}
      >
        <AgingFigures reader="customer" aging={aging} {...reading} />
      </Part>
      {statement.openItems.length > 0 ? (
        <Part title="Unpaid invoices" note={`oldest due first, in ${currency}`}>
          <OpenItemsTable items={statement.openItems} {...reading} />
        </Part>
      ) : null}
      <Part title="Account activity" note={`${period(statement)}, in ${currency}`}>
        <ActivityTable statement={statement} {...reading} {...(toEvent && { toEvent })} />
      </Part>
    </article>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="border-t border-line print:break-inside-auto print:pt-4">
      <div className="flex flex-wrap items-baseline gap-x-2 px-4 pt-4 pb-1">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-13 text-soft">{note}</p>
      </div>
      {children}
    </section>
  );
}

type Party = { addressLines: string[]; email: string | null; phone: string | null };

function PartyLines({ name, party }: { name: ReactNode; party: Party }) {
  const lines = [...party.addressLines, party.phone, party.email].filter(
    (line) => line !== null && line !== "",
  );
  return (
    <address className="not-italic">
      {name}
      {lines.map((line) => (
        <p key={line} className="text-soft wrap-anywhere">
          {line}
        </p>
      ))}
    </address>
  );
}

function Facts({ statement }: { statement: Statement }) {
  const { business, customer, number } = statement;
  const facts = [
    ["Statement", number ?? "Preview"],
    ["Date", formatDay(statement.asOf, business.locale)],
    ["Customer number", customer.number],
    ["Terms", customer.terms],
  ] as const;
  return (
    <dl className="grid content-start gap-x-6 gap-y-1 max-desk:grid-cols-[auto_1fr] desk:grid-cols-[auto_auto] print:grid-cols-[auto_auto]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="font-medium desk:text-right print:text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The one figure the reader looks for; in credit it says so, and asks for nothing. */
function Due({ statement }: { statement: Statement }) {
  const { business, currency, closingCents } = statement;
  const due = nextDueOn(statement);
  const inCredit = closingCents < 0;
  const figure = inCredit ? (-closingCents as Cents) : amountDue(statement);
  const overdue = due !== null && due < statement.asOf;
  return (
    <div className="self-start rounded-card bg-hover px-4 py-3 max-desk:order-first max-desk:justify-self-stretch desk:min-w-64 print:order-none print:border print:border-line">
      <p className="text-13 text-soft">{inCredit ? "In your favour" : "Amount due"}</p>
      <p className="text-28 font-semibold tracking-tight">{formatMoney(figure, currency, business.locale)}</p>
      {figure > 0 && !inCredit && due ? (
        <p className={`text-13 ${overdue ? "text-late" : "text-soft"}`}>
          {dueWords(statement, overdue)} {formatDay(due, business.locale)}
        </p>
      ) : null}
      {inCredit || figure > 0 ? null : <p className="text-13 text-soft">Nothing to pay. Thank you.</p>}
    </div>
  );
}

function dueWords(statement: Statement, overdue: boolean): string {
  if (!overdue) return "first due";
  return statement.aging.current > 0 ? "part of it due since" : "due since";
}

function period(statement: Statement): string {
  const { locale } = statement.business;
  return `${formatDay(statement.fromOn, locale)} to ${formatDay(statement.asOf, locale)}`;
}

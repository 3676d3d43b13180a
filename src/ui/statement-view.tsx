// A statement as its reader sees it on a screen and on paper: drawn from the one frozen value that the PDF and the mail
// are drawn from. It knows no permission and no link, so that the preview and the public page show the same thing.
import type { Route } from "next";
import type { ReactNode } from "react";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatMoney, type Cents } from "@/domain/values/money.ts";
import { amountDue, nextDueOn, type Statement } from "@/domain/statements/statement.ts";
import {
  activityPage,
  itemsPage,
  statementPagesQuery,
  type RowsPage,
  type StatementPages,
  type StatementPagesQuery,
} from "@/domain/statements/statement-pages.ts";
import { AgingFigures } from "./aging-figures.tsx";
import type { Reading } from "./amount.tsx";
import { Pager } from "./pager.tsx";
import { ActivityTable, OpenItemsTable } from "./statement-tables.tsx";

type Props = {
  statement: Statement;
  pages: StatementPages;
  /** The same statement with another page of one table. */
  toPage: (query: StatementPagesQuery, anchor: string) => Route;
  /** For those who may look behind a line; the customer’s own page has none. */
  toEvent?: (eventId: number) => Route;
};

export function StatementView({ statement, pages, toPage, toEvent }: Props) {
  const { business, customer, currency, aging } = statement;
  const turn = (change: Partial<StatementPages>, anchor: string) =>
    toPage(statementPagesQuery({ ...pages, ...change }), anchor);
  const items = itemsPage(statement, pages);
  const activity = activityPage(statement, pages);
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
      {items.of > 0 ? (
        <Part id="items" title="Unpaid invoices" note={`${rowsOf(items)}oldest due first, in ${currency}`}>
          <OpenItemsTable page={items} items={statement.openItems} {...reading} />
          <Pages
            label="Pages of the unpaid invoices"
            page={items}
            to={(page) => turn({ items: page }, "items")}
          />
        </Part>
      ) : null}
      <Part
        id="activity"
        title="Account activity"
        note={`${rowsOf(activity)}${period(statement)}, in ${currency}`}
      >
        <ActivityTable page={activity} {...reading} {...(toEvent && { toEvent })} />
        <Pages
          label="Pages of the account activity"
          page={activity}
          to={(page) => turn({ lines: page }, "activity")}
        />
      </Part>
    </article>
  );
}

/** "1 to 100 of 10,000, ", where that isn't all. */
const rowsOf = ({ rows, before, of }: RowsPage<unknown>) =>
  rows.length === of ? "" : `${before + 1} to ${before + rows.length} of ${of}, `;

type PagesProps = { label: string; page: RowsPage<unknown>; to: (page: number) => Route };

function Pages({ label, page: { page, rows, of, isLast }, to }: PagesProps) {
  if (rows.length === of) return null;
  return (
    <div className="px-4 pb-4">
      <Pager
        label={label}
        count="The PDF has all of them."
        first={page > 2 ? { href: to(1), label: "First" } : null}
        newer={page > 1 ? { href: to(page - 1), label: "Back" } : null}
        next={isLast ? null : { href: to(page + 1), label: "More" }}
      />
    </div>
  );
}

type PartProps = { id?: string; title: string; note: string; children: ReactNode };

function Part({ id, title, note, children }: PartProps) {
  return (
    <section id={id} className="border-t border-line print:break-inside-auto print:pt-4">
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

// A statement as its reader sees it on a screen and on paper: drawn from the same values as the PDF and the mail,
// a page of each table at a time. It knows no permission and no link, so that the preview and the public page show the same thing.
import type { Route } from "next";
import type { ReactNode } from "react";
import { documentWords, type DocumentWords } from "@/domain/language/document-words.ts";
import { dayLocale, languageTag } from "@/domain/language/language.ts";
import type { StatementHead } from "@/domain/statements/statement.ts";
import {
  statementPagesQuery,
  type RowsPage,
  type StatementPages,
  type StatementPagesQuery,
  type StatementScreen,
} from "@/domain/statements/statement-pages.ts";
import { AgingFigures, type AgingWords } from "./aging-figures.tsx";
import { Pager } from "./pager.tsx";
import { StatementAccounts } from "./statement-accounts.tsx";
import { StatementDue, dayOn } from "./statement-due.tsx";
import { ActivityTable, CreditsTable, OpenItemsTable, type StatementReading } from "./statement-tables.tsx";

type Props = {
  statement: StatementScreen;
  /** The same statement with another page of one table. */
  toPage: (query: StatementPagesQuery, anchor: string) => Route;
  /** For those who may look behind a line; the customer’s own page has none. */
  toEvent?: (eventId: number) => Route;
};

export function StatementView({ statement, toPage, toEvent }: Props) {
  const { business, customer, currency, aging, items, credits, activity } = statement;
  const turn = (change: Partial<StatementPages>, anchor: string) =>
    toPage(statementPagesQuery({ items: items?.page ?? 1, lines: activity?.page ?? 1, ...change }), anchor);
  const words = documentWords(business.language);
  const say = words.page;
  const date = dayOn(statement, statement.asOf);
  const reading: StatementReading = {
    currency,
    locale: business.locale,
    dayLocale: dayLocale(business.language, business.locale),
    words: { credit: words.credit, zero: say.zero },
    say,
    balance: words.balance,
    covers: words,
  };
  return (
    <article
      lang={languageTag(business.language, business.locale)}
      aria-label={say.named(statement.number)}
      className="overflow-clip rounded-card border border-line bg-card print:rounded-none print:border-0"
    >
      <header className="grid gap-6 px-4 py-5 desk:grid-cols-[1fr_auto] desk:py-6 print:grid-cols-[1fr_auto]">
        <PartyLines name={<p className="text-20 font-semibold">{business.name}</p>} party={business} />
        <Facts statement={statement} />
        <div>
          <p className="mb-1 text-12 text-soft">{say.statementFor}</p>
          <PartyLines name={<p className="font-semibold">{customer.name}</p>} party={customer} />
        </div>
        <StatementDue statement={statement} />
      </header>
      <Part title={say.aging} note={say.agingAt(date, currency)}>
        <AgingFigures
          aging={aging}
          currency={currency}
          locale={business.locale}
          customer={agingWords(words)}
        />
      </Part>
      {statement.message ? (
        <p className="border-t border-line px-4 py-3 font-medium">{statement.message}</p>
      ) : null}
      {statement.accounts ? (
        <Part title={words.paper.accounts} note={say.inCurrency(currency)}>
          <StatementAccounts
            accounts={statement.accounts}
            statement={statement}
            currency={currency}
            locale={business.locale}
            say={words.paper}
            words={reading.words}
          />
        </Part>
      ) : null}
      {items && items.of > 0 ? (
        <Part
          id="items"
          title={say.unpaid}
          note={`${rowsOf(items, say)}${say.oldestFirst}, ${say.inCurrency(currency)}`}
        >
          <OpenItemsTable page={items} {...reading} />
          <Pages
            label={say.unpaidPages}
            say={say}
            page={items}
            to={(page) => turn({ items: page }, "items")}
          />
        </Part>
      ) : null}
      {credits && credits.of > 0 ? (
        <Part
          title={say.unapplied}
          note={`${rowsOf({ ...credits, before: 0 }, say)}${say.inCurrency(currency)}`}
        >
          <CreditsTable page={credits} {...reading} />
          {credits.of > credits.rows.length ? (
            <p className="px-4 pb-4 text-13 text-soft">{say.inPdf}</p>
          ) : null}
        </Part>
      ) : null}
      {activity ? (
        <Part
          id="activity"
          title={say.activity}
          note={`${rowsOf(activity, say)}${period(statement, say)}, ${say.inCurrency(currency)}`}
        >
          <ActivityTable page={activity} {...reading} {...(toEvent && { toEvent })} />
          <Pages
            label={say.activityPages}
            say={say}
            page={activity}
            to={(page) => turn({ lines: page }, "activity")}
          />
        </Part>
      ) : null}
    </article>
  );
}

/** "1 to 100 of 10,000, ", where that isn't all. */
const rowsOf = ({ rows, before, of }: Pick<RowsPage<unknown>, "rows" | "before" | "of">, say: PageWords) =>
  rows.length === of ? "" : `${say.rows(before + 1, before + rows.length, of)}, `;

type PageWords = DocumentWords["page"];

const agingWords = ({ buckets, balance, credit, page }: DocumentWords): AgingWords => ({
  buckets,
  pastDue: page.pastDue,
  total: page.total,
  unapplied: page.unapplied,
  net: balance,
  retainage: page.retainage,
  amounts: { credit, zero: page.zero },
});

type PagesProps = { label: string; say: PageWords; page: RowsPage<unknown>; to: (page: number) => Route };

function Pages({ label, say, page: { page, rows, of, isLast }, to }: PagesProps) {
  if (rows.length === of) return null;
  return (
    <div className="px-4 pb-4">
      <Pager
        label={label}
        count={say.inPdf}
        first={page > 2 ? { href: to(1), label: say.first } : null}
        newer={page > 1 ? { href: to(page - 1), label: say.back } : null}
        next={isLast ? null : { href: to(page + 1), label: say.more }}
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

function Facts({ statement }: { statement: StatementHead }) {
  const { business, customer, number } = statement;
  const { kinds, page: say } = documentWords(business.language);
  const facts = [
    [kinds[statement.kind], number ?? say.preview],
    [say.date, dayOn(statement, statement.asOf)],
    [say.customerNumber, customer.number],
    [say.terms, customer.terms],
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

const period = (statement: StatementHead, say: PageWords): string =>
  say.period(dayOn(statement, statement.fromOn), dayOn(statement, statement.asOf));

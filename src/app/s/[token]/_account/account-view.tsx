// An account as it is now, as its customer sees it: the unpaid invoices, less the credit that isn't used, are what they owe.
import type { ReactNode } from "react";
import { documentWords } from "@/domain/language/document-words.ts";
import type { AccountNow } from "@/domain/statements/account-now.ts";
import { negative } from "@/domain/values/money.ts";
import { Pager } from "@/ui/pager.tsx";
import { StaticTable } from "@/ui/static-table.tsx";
import { creditColumns, happenedColumns, unpaidColumns } from "./account-columns.ts";
import { toSharedAccount } from "./links.ts";
import { readingOf, type AccountReading } from "./reading.ts";

/** `pages`: where the pages that are shown begin; each stays where it is while the other is turned. */
type Props = {
  token: string;
  account: AccountNow;
  pages: { unpaid?: string | undefined; history?: string | undefined };
};

export function AccountView({ token, account, pages }: Props) {
  const { business, currency, credits } = account;
  const reading = readingOf(business, currency);
  const { say } = reading;
  return (
    <article
      aria-label={say.account(business.name)}
      className="overflow-clip rounded-card border border-line bg-card print:rounded-none print:border-0"
    >
      <Owed account={account} reading={reading} />
      <Unpaid token={token} account={account} pages={pages} reading={reading} />
      {credits.lines.length === 0 ? null : (
        <Part id="credit" title={say.credit}>
          <StaticTable
            wide={false}
            caption={say.credit}
            columns={creditColumns(reading)}
            rows={credits.lines}
            rowId={(credit) => `credit-${credit.eventId}`}
          />
          {credits.othersCents === 0 ? null : (
            <p className="px-4 pt-2 text-soft">
              {say.others}: {reading.amount(credits.othersCents)}
            </p>
          )}
        </Part>
      )}
      <History token={token} account={account} pages={pages} reading={reading} />
    </article>
  );
}

type PartsProps = Props & { reading: AccountReading };

function Owed({ account, reading: { say, money } }: { account: AccountNow; reading: AccountReading }) {
  const { totalCents, unappliedCents, netCents } = account.aging;
  const owes = netCents >= 0;
  const rows = [
    [say.unpaid, money(totalCents)],
    [`${say.less} ${say.credit}`, money(unappliedCents)],
    [owes ? say.toPay : say.favour, money(owes ? netCents : negative(netCents))],
  ] as const;
  return (
    <section aria-labelledby="sum" className="px-4 py-5">
      <p className="text-13 text-soft">{owes ? say.toPay : say.favour}</p>
      <p className="text-28 font-semibold tracking-tight tabular-nums">{rows[2][1]}</p>
      <h2 id="sum" className="mt-4 mb-1 text-13 font-semibold">
        {say.sum}
      </h2>
      <dl className="grid max-w-md grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        {rows.map(([name, value], at) => (
          <div key={name} className={`contents ${at === 2 ? "font-semibold" : ""}`}>
            <dt className={at === 2 ? "border-t border-line pt-1" : "text-soft"}>{name}</dt>
            <dd className={`text-right tabular-nums ${at === 2 ? "border-t border-line pt-1" : ""}`}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Unpaid({ token, account, pages, reading }: PartsProps) {
  const { say, page } = reading;
  const { invoices, next, count } = account.unpaid;
  return (
    <Part id="unpaid" title={say.unpaid} note={count === 0 ? "" : page.oldestFirst}>
      {count === 0 ? (
        <p className="px-4 text-soft">{say.noneUnpaid}</p>
      ) : (
        <StaticTable
          wide={false}
          caption={say.unpaid}
          columns={unpaidColumns(token, reading)}
          rows={invoices}
          rowId={(item) => `item-${item.itemId}`}
        />
      )}
      <Turns
        label={page.unpaidPages}
        first={
          pages.unpaid
            ? { label: page.first, href: toSharedAccount(token, { history: pages.history }, "unpaid") }
            : null
        }
        next={
          next
            ? { label: page.more, href: toSharedAccount(token, { ...pages, unpaid: next }, "unpaid") }
            : null
        }
      />
    </Part>
  );
}

function History({ token, account, pages, reading }: PartsProps) {
  const { say, page } = reading;
  const { lines, next, newer } = account.history;
  const told = lines.filter((line) => line.chargeCents !== 0 || line.creditCents !== 0);
  const turn = (history: string | null) => toSharedAccount(token, { ...pages, history }, "history");
  return (
    <Part id="history" title={say.history} note={lines.length === 0 ? "" : say.newestFirst}>
      {lines.length === 0 ? (
        <p className="px-4 text-soft">{say.empty}</p>
      ) : (
        <StaticTable
          wide={false}
          caption={say.history}
          columns={happenedColumns(token, documentWords(account.business.language).balance, reading)}
          rows={told}
          rowId={(line) => `event-${line.eventId}`}
        />
      )}
      <Turns
        label={say.historyPages}
        first={pages.history ? { label: page.first, href: turn(null) } : null}
        newer={newer ? { label: say.newer, href: turn(newer) } : null}
        next={next ? { label: say.older, href: turn(next) } : null}
      />
    </Part>
  );
}

type Turn = Parameters<typeof Pager>[0]["next"];

function Turns({
  label,
  first,
  newer = null,
  next,
}: {
  label: string;
  first: Turn;
  newer?: Turn;
  next: Turn;
}) {
  if (!first && !newer && !next) return null;
  return (
    <div className="px-4">
      <Pager label={label} count={null} first={first} newer={newer} next={next} />
    </div>
  );
}

type PartProps = { id: string; title: string; note?: string; children: ReactNode };

function Part({ id, title, note = "", children }: PartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="border-t border-line pb-4">
      <div className="flex flex-wrap items-baseline gap-x-2 px-4 pt-4 pb-1">
        <h2 id={`${id}-title`} className="font-semibold">
          {title}
        </h2>
        <p className="text-13 text-soft">{note}</p>
      </div>
      {children}
    </section>
  );
}

// What happened on the account, newest first, with the balance after each event. The balance is net of open credit, in
// order of effective date and then Event ID, so it ends at what the top of the page says; it stays each line's own,
// whatever is looked for.
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { HISTORY_TYPES, historyList } from "@/domain/receivables/history-list.ts";
import type { Permission } from "@/domain/permission.ts";
import type { Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Pager } from "@/ui/pager.tsx";
import { StaticTable } from "@/ui/static-table.tsx";
import { toCustomer, toCustomerPartCsv, type Query } from "../../../_shell/links.ts";
import { accountHref, isNarrowed, viewOf, type AccountParams } from "./search-params.ts";
import { historyColumns } from "./history-columns.ts";
import { HistoryFilters } from "./history-filters.tsx";
import { Chosen } from "./unpaid-invoices.tsx";

type Props = Reading & {
  org: string;
  account: AccountPage;
  asked: AccountParams;
  permissions: readonly Permission[];
};

export function History({ org, account, asked, permissions, ...reading }: Props) {
  const { lines } = account.history;
  const { cursor, jumpOn } = asked.history;
  const narrowed = isNarrowed(asked.history);
  const isNewest = cursor === undefined && jumpOn === undefined;
  if (lines.length === 0 && isNewest && !narrowed) {
    return (
      <Section id="history" title="Account history">
        <Card>
          <Empty title={account.isToday ? "Nothing has happened yet" : "Nothing had happened by then"}>
            Invoices and payments appear here as they are recorded.
          </Empty>
        </Card>
      </Section>
    );
  }
  const { jumpOn: _jumpOn, cursor: _cursor, ...found } = asked.history;
  return (
    <Section id="history" title="Account history" note={`newest first, in ${reading.currency}`}>
      <div className="mb-2 flex items-start justify-between gap-2">
        <HistoryFilters org={org} customerId={account.customerId} asked={asked} />
        <span className="print:hidden">
          <CsvLink
            permissions={permissions}
            href={toCustomerPartCsv(org, account.customerId, "history", {
              ...accountHref(asked),
              ...historyList.write(found),
            })}
          />
        </span>
      </div>
      {narrowed ? <Narrowed org={org} account={account} asked={asked} locale={reading.locale} /> : null}
      <Card>
        {lines.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            {account.history.lookedTo ? "Nothing matches so far." : "Nothing in the history matches this."}
          </p>
        ) : (
          <StaticTable
            caption={`Account history, in ${reading.currency}`}
            columns={historyColumns(org, reading)}
            rows={lines}
            rowId={(line) => `event-${line.eventId}`}
          />
        )}
      </Card>
      <Pages org={org} account={account} asked={asked} locale={reading.locale} />
    </Section>
  );
}

type Part = Omit<Props, "currency" | "permissions">;

const turn = (org: string, account: AccountPage, asked: AccountParams, change: Query) =>
  toCustomer(org, account.customerId, { ...viewOf(asked), cursor: null, jump: null, ...change }, "history");

function Narrowed({ org, account, asked, locale }: Part) {
  const { type, search, fromOn, throughOn } = asked.history;
  const to = (change: Query) => turn(org, account, asked, change);
  return (
    <p className="mb-2 flex flex-wrap gap-2">
      {type ? <Chosen href={to({ type: null })}>{HISTORY_TYPES[type].label}</Chosen> : null}
      {search ? <Chosen href={to({ search: null })}>“{search}”</Chosen> : null}
      {fromOn ? <Chosen href={to({ from: null })}>from {formatDay(fromOn, locale)}</Chosen> : null}
      {throughOn ? <Chosen href={to({ through: null })}>to {formatDay(throughOn, locale)}</Chosen> : null}
    </p>
  );
}

function Pages({ org, account, asked, locale }: Part) {
  const { next, newer, lookedTo } = account.history;
  const { cursor, jumpOn } = asked.history;
  const to = (change: Query) => turn(org, account, asked, change);
  const isNewest = cursor === undefined && jumpOn === undefined;
  const count = lookedTo
    ? `Looked through to ${formatDay(lookedTo, locale)}.`
    : !isNewest && !next
      ? "This is where the account begins."
      : null;
  return (
    <Pager
      label="Pages of the account history"
      count={count}
      first={isNewest ? null : { href: to({}), label: "Newest" }}
      newer={newer ? { href: to({ cursor: newer }), label: "Newer" } : null}
      next={next ? { href: to({ cursor: next }), label: lookedTo ? "Look further back" : "Older" } : null}
    />
  );
}

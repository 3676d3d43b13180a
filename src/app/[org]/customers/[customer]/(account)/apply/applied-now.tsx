// Where the account's credit is applied now, credit by credit, and making any of it open credit again.
import { Amount } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { ListedAccount } from "../../../../_apply/listed-account.ts";
import { UnApply } from "../../../../_corrections/un-apply.tsx";
import type { Where } from "../../../../_corrections/reversal-effects.ts";
import { toApplyCredit, toCredit, toEvent, toInvoice } from "../../../../_shell/links.ts";
import type { Applications } from "./listed-credit.ts";

type Props = {
  where: Where;
  account: ListedAccount;
  applications: Applications;
  asked: { currency: string | undefined; cursor: string | undefined };
};
type Row = Applications["rows"][number];

export function AppliedNow({ where, account, applications: { rows, next }, asked }: Props) {
  const { currency, cursor } = asked;
  const page = (from?: string) => toApplyCredit(where.org, account.customerId, { currency, cursor: from });
  return (
    <Section id="applied" title="Applied now" note={`last used first, in ${account.currency}`}>
      <Card>
        {rows.length === 0 ? (
          <p className="px-4 py-3 text-soft">None of this account’s credit is applied to anything.</p>
        ) : (
          <Table
            caption={`Where credit is applied, in ${account.currency}`}
            rows={rows}
            rowKey={(row) => `${row.creditId}-${row.itemId}`}
            columns={columns(where, account)}
          />
        )}
      </Card>
      <Pager
        label="Pages of applied credit"
        count={null}
        first={cursor ? { href: page(), label: "Last used" } : null}
        next={next ? { href: page(next), label: "Older" } : null}
      />
    </Section>
  );
}

function columns(where: Where, account: ListedAccount): Column<Row>[] {
  const { org, locale, today } = where;
  return [
    {
      key: "credit",
      head: "Credit",
      place: "sub",
      wraps: true,
      cell: (row) => (
        <Link
          href={toCredit(org, { ...row, eventId: row.creditId })}
          className="touch-target -my-2 inline-block py-2 hover:underline"
        >
          {row.creditName}
        </Link>
      ),
    },
    {
      key: "item",
      head: "Applied to",
      place: "lead",
      rowHead: true,
      cell: (row) => (
        <Link
          href={row.documentId ? toInvoice(org, row.documentId) : toEvent(org, row.itemId)}
          className="touch-target -my-2 inline-block py-2 font-medium hover:underline"
        >
          {row.itemName}
        </Link>
      ),
    },
    {
      key: "on",
      head: "Applied on",
      place: "sub",
      cell: (row) => <DayText day={row.appliedOn} locale={locale} />,
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (row) => <Amount cents={row.amountCents} currency={account.currency} locale={locale} />,
    },
    {
      key: "back",
      head: <span className="sr-only">Un-apply</span>,
      place: "under",
      numeric: true,
      cell: (row) => (
        <UnApply
          creditId={row.creditId}
          itemId={row.itemId}
          name={row.itemName}
          amountCents={row.amountCents}
          org={org}
          account={account}
          locale={locale}
          today={today}
        />
      ),
    },
  ];
}

// A parent's consolidated view: what itself and each child owe, by how late it is, and what they come to together.
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { BUCKETS, BUCKET_LABELS, type Aging, type Bucket } from "@/domain/ledger/aging.ts";
import { countOf } from "@/domain/count-of.ts";
import type { Permission } from "@/domain/permission.ts";
import { negative, type Cents } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { RowLink } from "../../../_lists/cells.tsx";
import { toCustomer, toCustomerPartCsv } from "../../../_shell/links.ts";
import { accountHref, type AccountParams } from "./search-params.ts";

type Rows = RouterOutputs["families"]["aging"];
type Row = Rows["rows"][number];
type Props = Reading & {
  org: string;
  account: AccountPage;
  asked: AccountParams;
  family: Rows;
  /** The day, and the time it was known at, in words. */
  moment: string;
  permissions: readonly Permission[];
};

export function Family({ org, account, asked, family, moment, permissions, ...reading }: Props) {
  const { rows, totals } = family;
  const children = countOf(rows.length - 1, "child", "children");
  return (
    <Section
      id="family"
      title="With its children"
      note={`${children}, at ${moment}, in ${reading.currency}`}
      end={
        <CsvLink
          permissions={permissions}
          href={toCustomerPartCsv(org, account.customerId, "family", accountHref(asked))}
        />
      }
    >
      <Card>
        <Table
          caption={`${account.name} and its children, in ${reading.currency}`}
          columns={columnsOf(org, { asked, totals, ...reading })}
          rows={rows}
          rowKey={(row) => row.customerId}
          totalName="Together"
          wide
        />
      </Card>
    </Section>
  );
}

function columnsOf(
  org: string,
  { asked, totals, ...reading }: Reading & { asked: AccountParams; totals: Aging },
): Column<Row>[] {
  const money = (cents: Cents, asBalance = false) => (
    <Amount cents={cents} {...reading} asBalance={asBalance} />
  );
  const bucketColumn = (bucket: Bucket): Column<Row> => ({
    key: bucket,
    head: BUCKET_LABELS[bucket],
    place: "under",
    label: bucket === "current" ? "current" : `${BUCKET_LABELS[bucket]} days late`,
    quiet: ({ aging }) => aging[bucket] === 0,
    numeric: true,
    cell: ({ aging }) => (
      <span className={bucket !== "current" && aging[bucket] > 0 ? "text-late" : ""}>
        {money(aging[bucket])}
      </span>
    ),
    total: money(totals[bucket]),
  });
  return [
    {
      key: "name",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ customerId, name, isParent }) =>
        isParent ? (
          <span className="font-medium">{name}, itself</span>
        ) : (
          <RowLink href={toCustomer(org, customerId, accountHref(asked))}>{name}</RowLink>
        ),
    },
    {
      key: "number",
      head: "Number",
      place: "sub",
      quiet: (row) => row.number === row.name,
      cell: (row) => <span className="text-soft">{row.number}</span>,
    },
    ...BUCKETS.map(bucketColumn),
    {
      key: "total",
      head: "Balance",
      place: "sub-end",
      label: "balance",
      numeric: true,
      quiet: ({ aging }) => aging.totalCents === aging.netCents,
      cell: ({ aging }) => money(aging.totalCents),
      total: money(totals.totalCents),
    },
    {
      key: "unapplied",
      head: "Open credit",
      place: "off",
      numeric: true,
      cell: ({ aging }) => money(negative(aging.unappliedCents)),
      total: money(negative(totals.unappliedCents)),
    },
    {
      key: "net",
      head: "Net",
      place: "lead-end",
      numeric: true,
      cell: ({ aging }) => money(aging.netCents, true),
      total: money(totals.netCents, true),
    },
  ];
}

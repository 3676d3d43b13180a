// The columns of the aging report: a name, the buckets, each a link to the invoices in it as of that day, and what they
// come to. The total of a bucket leads to the customers who have something in it.
import { BUCKETS, BUCKET_LABELS, type Aging, type Bucket } from "@/domain/ledger/aging.ts";
import type { agingList } from "@/domain/receivables/aging-list.ts";
import { formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import type { Route } from "next";
import { toCustomer, type Query } from "../_shell/links.ts";
import { RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["reports"]["aging"]["rows"][number];
type Props = {
  org: CurrentMember["org"];
  totals: Aging;
  /** The day and the instant that the page speaks of, for its links. */
  when: Query;
  sortBy: SortsOf<typeof agingList>;
  /** Which bucket the rows are of, and the page of another one's. */
  shown: Bucket | undefined;
  bucketWay: (bucket: Bucket) => Route;
};

const LINK = "underline-offset-2 hover:underline touch:underline";
const toneOf = (bucket: Bucket): string => (bucket === "current" ? "" : "text-late");

export function agingColumns({ org, totals, when, sortBy, shown, bucketWay }: Props): Column<Row>[] {
  const { slug, currency, locale } = org;
  const money = (cents: Cents, asBalance = false) => (
    <Amount cents={cents} currency={currency} locale={locale} asBalance={asBalance} />
  );
  const bucketColumn = (bucket: Bucket): Column<Row> => ({
    key: bucket,
    head: BUCKET_LABELS[bucket],
    place: "under",
    label: bucket === "current" ? "current" : `${BUCKET_LABELS[bucket]} days late`,
    quiet: ({ aging }) => aging[bucket] === 0,
    numeric: true,
    cell: ({ aging, customerId, name }) =>
      aging[bucket] === 0 ? (
        money(aging[bucket])
      ) : (
        <Link
          href={toCustomer(slug, customerId, { ...when, bucket }, "unpaid")}
          aria-label={`${BUCKET_LABELS[bucket]} of ${name}: ${formatAmount(aging[bucket], currency, locale)}`}
          className={`${LINK} ${toneOf(bucket)}`}
        >
          {money(aging[bucket])}
        </Link>
      ),
    total:
      totals[bucket] === 0 || bucket === shown ? (
        money(totals[bucket])
      ) : (
        <Link
          href={bucketWay(bucket)}
          aria-label={`${BUCKET_LABELS[bucket]} in all: ${formatAmount(totals[bucket], currency, locale)}`}
          className={`${LINK} ${toneOf(bucket)}`}
        >
          {money(totals[bucket])}
        </Link>
      ),
  });
  return [
    {
      key: "name",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      sort: sortBy("name"),
      cell: (row) => <RowLink href={toCustomer(slug, row.customerId, when)}>{row.name}</RowLink>,
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
      head: "Total",
      place: "sub-end",
      label: "total",
      numeric: true,
      quiet: ({ aging }) => aging.totalCents === aging.netCents,
      cell: ({ aging }) => money(aging.totalCents),
      total: money(totals.totalCents),
    },
    {
      key: "unapplied",
      head: "Unapplied",
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
      sort: sortBy("net"),
      cell: ({ aging }) => money(aging.netCents, true),
      total: money(totals.netCents, true),
    },
  ];
}

// The columns of the aging report: a name, the buckets, and what they come to.
import { BUCKETS, BUCKET_LABELS, type Aging, type Bucket } from "@/domain/aging.ts";
import { negative, type Cents } from "@/domain/money.ts";
import type { apiFor } from "@/server/api.ts";
import { Amount } from "@/ui/amount.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import type { Here } from "../../here.ts";
import { toCustomer } from "../../ways.ts";

type Api = Awaited<ReturnType<typeof apiFor>>;
type Row = Awaited<ReturnType<Api["reports"]["aging"]>>["rows"][number];
type Given = { here: Here; totals: Aging; kept: { asOf?: string } };

export function agingColumns({ here, totals, kept }: Given): Column<Row>[] {
  const { slug, currency, locale } = here.org;
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
    cell: ({ aging }) => (
      <span className={bucket !== "current" && aging[bucket] > 0 ? "text-late" : undefined}>
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
      cell: (row) => (
        <Link href={toCustomer(slug, row.customerId, kept)} className="font-medium hover:underline">
          {row.name}
        </Link>
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
      cell: ({ aging }) => money(aging.netCents, true),
      total: money(totals.netCents, true),
    },
  ];
}

// The columns of the list of payments: which, when, whose, how it came, how much, and what became of it.
import type { Cents } from "@/domain/values/money.ts";
import type { apiFor } from "@/server/api.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import { Later } from "@/ui/later.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toPayment, toPayments, type Query } from "../_shell/links.ts";

type Api = Awaited<ReturnType<typeof apiFor>>;
type Row = Awaited<ReturnType<Api["payments"]["list"]>>["rows"][number];
export type Totals = ReturnType<Api["payments"]["totals"]>;

export type Sorting = { sort: string; direction: "asc" | "desc"; kept: Query };

type ColumnContext = { here: CurrentMember["org"]; totals: Totals; sorting: Sorting };

export function paymentColumns({ here, totals, sorting }: ColumnContext): Column<Row>[] {
  const { slug, locale, currency: home } = here;
  const sorted = (sort: string) => {
    const now = sorting.sort === sort ? sorting.direction : null;
    const direction = now === "desc" ? "asc" : "desc";
    return { href: toPayments(slug, { ...sorting.kept, sort, direction }), direction: now };
  };
  const reading = (row: Row): Reading => ({ currency: row.currency, locale });
  const total = (pick: "amountCents" | "appliedCents" | "openCents") => (
    <Later>
      <Total totals={totals} pick={pick} currency={home} locale={locale} />
    </Later>
  );
  return [
    {
      key: "number",
      head: "Payment",
      place: "sub",
      rowHead: true,
      cell: (row) => (
        <Link href={toPayment(slug, row.paymentId)} className="font-medium hover:underline">
          {row.number ?? `Event ${row.eventId}`}
        </Link>
      ),
    },
    {
      key: "date",
      head: "Received",
      place: "sub",
      sort: sorted("received"),
      cell: (row) => <DayText day={row.receivedOn} locale={locale} />,
    },
    { key: "customer", head: "Customer", place: "lead", wraps: true, cell: (row) => row.customerName },
    { key: "type", head: "Method and reference", place: "sub", wraps: true, cell: (row) => row.type },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      sort: sorted("amount"),
      cell: (row) => (
        <>
          {row.currency === home ? null : (
            <span className="mr-2 text-12 font-normal text-soft">{row.currency}</span>
          )}
          <Amount cents={row.amountCents} {...reading(row)} />
        </>
      ),
      total: total("amountCents"),
    },
    {
      key: "applied",
      head: "Applied",
      place: "off",
      numeric: true,
      cell: (row) => <Amount cents={row.appliedCents} {...reading(row)} />,
      total: total("appliedCents"),
    },
    {
      key: "open",
      head: "Open credit",
      place: "sub-end",
      label: "open credit",
      numeric: true,
      quiet: (row) => row.openCents === 0 && row.goneCents === 0,
      cell: (row) => <Open cents={row.openCents} gone={row.goneCents} {...reading(row)} />,
      total: total("openCents"),
    },
  ];
}

function Open({ cents, gone, ...reading }: Reading & { cents: Cents; gone: Cents }) {
  return (
    <>
      {gone > 0 ? (
        <span className="mr-2">
          <Tag tone="held">Given back</Tag>
        </span>
      ) : null}
      <Amount cents={cents} {...reading} />
    </>
  );
}

type TotalProps = Reading & { totals: Totals; pick: "amountCents" | "appliedCents" | "openCents" };

async function Total({ totals, pick, ...reading }: TotalProps) {
  return <Amount cents={(await totals)[pick]} {...reading} />;
}

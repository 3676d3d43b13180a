// The columns of the list of payments: which, when, whose, how it came, how much, and what became of it.
import type { paymentList } from "@/domain/payments/payment-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toPayment } from "../_shell/links.ts";
import { RowAmount, RowLink, Total } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["payments"]["list"]["rows"][number];
type Props = {
  org: CurrentMember["org"];
  totals: Promise<RouterOutputs["payments"]["totals"]>;
  sortBy: SortsOf<typeof paymentList>;
};

export function paymentColumns({ org, totals, sortBy }: Props): Column<Row>[] {
  const { slug, locale, currency: home } = org;
  const reading = (row: Row): Reading => ({ currency: row.currency, locale });
  const total = (pick: "amountCents" | "appliedCents" | "openCents") => (
    <Total totals={totals} pick={(all) => all[pick]} currency={home} locale={locale} />
  );
  return [
    {
      key: "number",
      head: "Payment",
      place: "sub",
      rowHead: true,
      cell: (row) => (
        <RowLink href={toPayment(slug, row.paymentId)}>{row.number ?? `Event ${row.eventId}`}</RowLink>
      ),
    },
    {
      key: "date",
      head: "Received",
      place: "sub",
      sort: sortBy("received"),
      cell: (row) => <DayText day={row.receivedOn} locale={locale} />,
    },
    { key: "customer", head: "Customer", place: "lead", wraps: true, cell: (row) => row.customerName },
    { key: "type", head: "Method and reference", place: "sub", wraps: true, cell: (row) => row.type },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      sort: sortBy("amount"),
      cell: (row) => (
        <RowAmount
          cents={row.amountCents}
          home={home}
          struck={row.cameBack ? "It came back, and isn’t in the total" : null}
          {...reading(row)}
        />
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
      cell: (row) => <Open row={row} {...reading(row)} />,
      total: total("openCents"),
    },
  ];
}

/** Where the rest of it went. */
function goneWords({ cameBack, movedTo, goneCents }: Row): string | null {
  if (cameBack) return "Came back";
  if (movedTo !== null) return `Moved to ${movedTo}`;
  return goneCents > 0 ? "Given back" : null;
}

function Open({ row, ...reading }: Reading & { row: Row }) {
  const gone = goneWords(row);
  return (
    <>
      {gone ? (
        <span className="mr-2">
          <Tag tone="held">{gone}</Tag>
        </span>
      ) : null}
      <Amount cents={row.openCents} {...reading} />
    </>
  );
}

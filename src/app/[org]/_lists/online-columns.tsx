// The columns of the list of online payments: whose, how it stands, what came of it, and with which payout it came to the bank.
import { ONLINE_STATE_WORDS, RETURN_WORDS, type OnlineState } from "@/domain/payments/online-state.ts";
import type { onlineList } from "@/domain/payments/online-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag, type TagTone } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCustomer, toEvent, toPayment } from "../_shell/links.ts";
import { RowAmount, RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["onlinePayments"]["list"]["rows"][number];

const TONES: Record<OnlineState, TagTone> = {
  started: "neutral",
  paid: "good",
  failed: "late",
  expired: "neutral",
};

type Props = { org: CurrentMember["org"]; sortBy: SortsOf<typeof onlineList> };

export function onlineColumns({ org, sortBy }: Props): Column<Row>[] {
  const { slug, locale, zone, currency: home } = org;
  return [
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => <RowLink href={toCustomer(slug, row.customerId)}>{row.customerName}</RowLink>,
    },
    {
      key: "begun",
      head: "Begun",
      place: "sub",
      sort: sortBy("begun"),
      cell: (row) => <InstantText at={row.createdAt} locale={locale} zone={zone} />,
    },
    {
      key: "state",
      head: "State",
      place: "sub-end",
      wraps: true,
      cell: (row) => <State row={row} org={org} />,
    },
    {
      key: "payment",
      head: "Payment",
      place: "sub",
      cell: (row) =>
        row.paymentId === null ? (
          "—"
        ) : (
          <Link href={toPayment(slug, row.paymentId)} className="text-link">
            {row.paymentNumber}
          </Link>
        ),
    },
    {
      key: "fee",
      head: "Fee",
      place: "sub-end",
      label: "fee",
      numeric: true,
      cell: (row) =>
        row.feeCents === null ? "—" : <Amount cents={row.feeCents} currency={row.currency} locale={locale} />,
    },
    {
      key: "payout",
      head: "Payout",
      place: "sub",
      label: "payout",
      cell: (row) =>
        row.paidOutOn === null ? (
          "—"
        ) : (
          <span title={row.payoutId ?? ""}>
            <DayText day={row.paidOutOn} locale={locale} />
          </span>
        ),
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (row) => (
        <RowAmount cents={row.amountCents} home={home} currency={row.currency} locale={locale} />
      ),
    },
  ];
}

function State({ row, org: { slug, locale } }: { row: Row; org: CurrentMember["org"] }) {
  return (
    <div className="grid justify-items-start gap-1">
      <Tag tone={TONES[row.state]}>{ONLINE_STATE_WORDS[row.state]}</Tag>
      {row.fault ? <p className="text-12 text-late">{row.fault}</p> : null}
      {row.returns.map(({ kind, amountCents, eventId, fault }, at) => (
        <p key={at} className="text-12 text-soft">
          {eventId === null ? (
            RETURN_WORDS[kind]
          ) : (
            <Link href={toEvent(slug, eventId)} className="text-link">
              {RETURN_WORDS[kind]}
            </Link>
          )}{" "}
          <Amount cents={amountCents} currency={row.currency} locale={locale} />
          {fault ? <span className="block text-late">{fault}</span> : null}
        </p>
      ))}
    </div>
  );
}

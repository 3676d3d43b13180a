// What a payment settles now: each invoice, how much, since when; and a way to make it open credit again.
import type { Day } from "@/domain/values/day.ts";
import { Amount } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toEvent, toInvoice } from "../../_shell/links.ts";
import type { ListedAccount } from "../../_apply/listed-account.ts";
import type { Payment } from "./read-payment.ts";
import { UnApply } from "../../_corrections/un-apply.tsx";

type Props = {
  org: string;
  payment: Payment;
  account: ListedAccount;
  place: { locale: string; today: Day };
  mayUnApply: boolean;
};
type Row = Payment["settled"][number];

export function SettledInvoices(props: Props) {
  const { payment } = props;
  return (
    <Section id="settled" title="What it paid" note={`in ${payment.currency}`}>
      <Card>
        {payment.settled.length === 0 ? (
          <p className="px-4 py-3 text-soft">None of it is applied to an invoice.</p>
        ) : (
          <Table
            caption={`What this payment settles, in ${payment.currency}`}
            rows={payment.settled}
            rowKey={(row) => String(row.itemId)}
            columns={columns(props)}
            totalName="Applied"
          />
        )}
      </Card>
    </Section>
  );
}

function columns({ org, payment, account, place, mayUnApply }: Props): Column<Row>[] {
  const reading = { currency: payment.currency, locale: place.locale };
  const shown: Column<Row>[] = [
    {
      key: "name",
      head: "Invoice",
      place: "lead",
      rowHead: true,
      cell: (row) => (
        <Link
          href={row.invoiceId ? toInvoice(org, row.invoiceId) : toEvent(org, row.itemId)}
          className="touch-target -my-2 inline-block py-2 font-medium hover:underline"
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: "due",
      head: "Due",
      place: "sub",
      label: "due",
      cell: (row) => <DayText day={row.dueOn} locale={place.locale} />,
    },
    {
      key: "applied",
      head: "Applied on",
      place: "sub",
      label: "applied",
      cell: (row) => <DayText day={row.appliedOn} locale={place.locale} />,
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (row) => <Amount cents={row.amountCents} {...reading} />,
      total: <Amount cents={payment.appliedCents} {...reading} />,
    },
  ];
  if (!mayUnApply) return shown;
  const target = { org, creditId: payment.eventId, account, ...place };
  return [
    ...shown,
    {
      key: "back",
      head: <span className="sr-only">Un-apply</span>,
      place: "under",
      numeric: true,
      cell: (row) => (
        <UnApply itemId={row.itemId} name={row.name} amountCents={row.amountCents} {...target} />
      ),
    },
  ];
}

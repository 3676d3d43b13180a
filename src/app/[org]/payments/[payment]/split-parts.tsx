// The check that this payment is a part of: whose it is, and what of it paid for whom.
import { countOf } from "@/domain/count-of.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { Amount } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Table } from "@/ui/table.tsx";
import { RowLink } from "../../_lists/cells.tsx";
import { toCustomer, toPayment } from "../../_shell/links.ts";
import type { Payment } from "./read-payment.ts";

type Split = NonNullable<Payment["split"]>;
type Props = { org: string; payment: Payment; split: Split; locale: string };

export function SplitParts({ org, payment, split, locale }: Props) {
  const { currency, paymentId } = payment;
  const { payer, parts, amountCents } = split;
  return (
    <Section
      id="split"
      title="One check for several customers"
      note={`${countOf(parts.length, "part")}, in ${currency}; given back or reversed only together`}
    >
      <p className="mb-2 text-13 text-soft">
        {formatAmount(amountCents, currency, locale)} from{" "}
        <Link href={toCustomer(org, payer.customerId)} className="text-link">
          {payer.name}
        </Link>
        , each part on its customer’s own account.
      </p>
      <Card>
        <Table
          caption={`The parts of this check, in ${currency}`}
          rows={parts}
          rowKey={(part) => part.paymentId}
          totalName="Check"
          columns={[
            {
              key: "name",
              head: "Customer",
              place: "lead",
              rowHead: true,
              wraps: true,
              cell: (part) => part.name,
            },
            {
              key: "number",
              head: "Payment",
              place: "sub",
              cell: (part) =>
                part.paymentId === paymentId ? (
                  <span className="text-soft">{part.number}, this one</span>
                ) : (
                  <RowLink href={toPayment(org, part.paymentId)}>{part.number}</RowLink>
                ),
            },
            {
              key: "amount",
              head: "Amount",
              place: "lead-end",
              numeric: true,
              cell: (part) => <Amount cents={part.amountCents} currency={currency} locale={locale} />,
              total: <Amount cents={amountCents} currency={currency} locale={locale} />,
            },
          ]}
        />
      </Card>
    </Section>
  );
}

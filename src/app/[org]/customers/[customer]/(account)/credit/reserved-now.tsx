// What a till was promised and hasn't charged yet: it counts in Can Charge until it is charged, released or expires.
import type { LiveReservation } from "@/domain/receipts/credit-decision.ts";
import { formatAmount, sum, type Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { ReleaseReserved } from "./release-reserved.tsx";

type Props = Reading & {
  org: string;
  reserved: readonly LiveReservation[];
  /** Whether this person may let one go. */
  mayRelease: boolean;
  zone: string;
};

export function ReservedNow({ reserved, ...drawn }: Props) {
  if (reserved.length === 0) return null;
  const { currency } = drawn;
  return (
    <Section id="reserved" title="Reserved just now" note={`by credit decisions, in ${currency}`}>
      <Card>
        <Table
          caption={`Reserved by credit decisions, in ${currency}`}
          rows={reserved}
          rowKey={(each) => each.decisionId}
          columns={columns(drawn, sum(reserved.map((each) => each.amountCents)))}
          {...(reserved.length > 1 && { totalName: "Total" })}
        />
      </Card>
    </Section>
  );
}

function columns(
  { org, mayRelease, currency, locale, zone }: Omit<Props, "reserved">,
  totalCents: Cents,
): Column<LiveReservation>[] {
  const release: Column<LiveReservation> = {
    key: "release",
    head: <span className="sr-only">Release</span>,
    place: "sub-end",
    numeric: true,
    cell: ({ decisionId, amountCents, reference }) => (
      <ReleaseReserved
        org={org}
        reserved={{ decisionId, amount: formatAmount(amountCents, currency, locale), reference }}
      />
    ),
  };
  return [
    {
      key: "for",
      head: "For",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ reference, jobName }) => [reference || "A charge", jobName].filter(Boolean).join(" · "),
    },
    {
      key: "by",
      head: "By",
      place: "sub",
      cell: ({ askedBy }) => <span className="text-soft">{askedBy}</span>,
    },
    {
      key: "until",
      head: "Until",
      place: "sub",
      cell: ({ expiresAt }) => (
        <span className="text-soft desk:text-ink">
          <span className="desk:hidden">until </span>
          <InstantText at={expiresAt} locale={locale} zone={zone} />
        </span>
      ),
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: ({ amountCents }) => <Amount cents={amountCents} currency={currency} locale={locale} />,
      total: <Amount cents={totalCents} currency={currency} locale={locale} />,
    },
    ...(mayRelease ? [release] : []),
  ];
}

// Open credit that is set aside for something: its amount, what it is for, who set it aside and when.
import type { AccountPage } from "@/domain/account.ts";
import { formatInstantDay, isoInstant } from "@/domain/instant.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Table } from "@/ui/table.tsx";

type Props = Reading & { account: Pick<AccountPage, "earmarks" | "isToday">; zone: string };

export function Earmarks({ account, zone, ...reading }: Props) {
  const { earmarks, isToday } = account;
  if (earmarks.length === 0) return null;
  return (
    <Section
      id="earmarks"
      title="Earmarked open credit"
      note={`${isToday ? "" : "as they stand today, "}in ${reading.currency}`}
    >
      <Card>
        <Table
          caption={`Earmarked open credit, in ${reading.currency}`}
          rows={earmarks}
          rowKey={(earmark) => earmark.id}
          columns={[
            {
              key: "for",
              head: "For",
              place: "lead",
              rowHead: true,
              wraps: true,
              cell: (earmark) => earmark.note,
            },
            {
              key: "by",
              head: "By",
              place: "sub",
              cell: (earmark) => <span className="text-soft">{earmark.by}</span>,
            },
            {
              key: "on",
              head: "Set aside",
              place: "sub",
              cell: (earmark) => (
                <time dateTime={isoInstant(earmark.madeAt)} className="whitespace-nowrap">
                  {formatInstantDay(earmark.madeAt, reading.locale, zone)}
                </time>
              ),
            },
            {
              key: "amount",
              head: "Amount",
              place: "lead-end",
              numeric: true,
              cell: (earmark) => <Amount cents={earmark.amountCents} {...reading} />,
            },
          ]}
        />
      </Card>
    </Section>
  );
}

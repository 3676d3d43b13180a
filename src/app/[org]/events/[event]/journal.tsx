// The event in the general ledger's words: its double entry, debits and credits that come to the same.
import { ZERO, larger, negative, sum, type Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { ShownEvent } from "./read-event.ts";

type Line = ShownEvent["journal"][number] & { key: string };

const debitOf = ({ amountCents }: { amountCents: Cents }) => larger(amountCents, ZERO);
const creditOf = ({ amountCents }: { amountCents: Cents }) => larger(negative(amountCents), ZERO);

export function Journal({ journal, ...reading }: Reading & { journal: ShownEvent["journal"] }) {
  const lines = journal.map((line, at) => ({ ...line, key: String(at) }));
  const side = (name: string, of: typeof debitOf): Column<Line> => ({
    key: name,
    head: name,
    place: "lead-end",
    label: name === "Credit" ? "credit" : "debit",
    numeric: true,
    cell: (line) => (of(line) === 0 ? null : <Amount cents={of(line)} {...reading} />),
    total: <Amount cents={sum(lines.map(of))} {...reading} />,
  });
  return (
    <Section id="journal" title="Journal" note={`in ${reading.currency}`}>
      <Card>
        {lines.length === 0 ? (
          <p className="px-4 py-3 text-soft">Nothing moved between ledger accounts.</p>
        ) : (
          <Table
            caption={`Journal lines, in ${reading.currency}`}
            columns={[
              { key: "account", head: "Account", place: "lead", rowHead: true, cell: (line) => line.account },
              {
                key: "code",
                head: "Code",
                place: "sub",
                cell: (line) => <span className="text-soft">{line.code}</span>,
              },
              side("Debit", debitOf),
              side("Credit", creditOf),
            ]}
            rows={lines}
            rowKey={(line) => line.key}
            totalName="Total"
          />
        )}
      </Card>
    </Section>
  );
}

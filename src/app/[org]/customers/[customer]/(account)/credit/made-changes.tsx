// Every decision on a customer's credit: when, who, what was different, and the reason given.
import { termChanges, type TermChange } from "@/domain/credit/credit-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatInstantDay, isoInstant } from "@/domain/values/instant.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { apiFor } from "@/server/api.ts";
import type { Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Table, type Column } from "@/ui/table.tsx";

type Api = Awaited<ReturnType<typeof apiFor>>;
type Change = Awaited<ReturnType<Api["credit"]["account"]>>["changes"][number];
type Props = Reading & { changes: readonly Change[]; zone: string };

export function MadeChanges({ changes, ...reading }: Props) {
  return (
    <Section id="decisions" title="Decisions so far" note="newest first">
      <Card>
        {changes.length === 0 ? (
          <Empty title="Nothing was changed yet">
            Each change is kept with who made it, what it was before, and the reason.
          </Empty>
        ) : (
          <Table
            caption="Changes of the credit terms, newest first"
            columns={columns(reading)}
            rows={changes}
            rowKey={(change) => change.id}
          />
        )}
      </Card>
    </Section>
  );
}

function columns({ currency, locale, zone }: Reading & { zone: string }): Column<Change>[] {
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const writeDay = (day: Day) => formatDay(day, locale);
  return [
    {
      key: "when",
      head: "When",
      place: "sub",
      cell: ({ madeAt }) => (
        <time dateTime={isoInstant(madeAt)}>{formatInstantDay(madeAt, locale, zone)}</time>
      ),
    },
    {
      key: "who",
      head: "Who",
      place: "sub",
      cell: ({ by, approvedBy }) => (approvedBy ? `${by}, approved by ${approvedBy}` : by),
    },
    {
      key: "what",
      head: "What changed",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ before, after }) => <Changed changes={termChanges(before, after, { write, writeDay })} />,
    },
    { key: "why", head: "Reason", place: "under", wraps: true, cell: ({ reason }) => reason },
  ];
}

/** An application is answered with what somebody has already: decided again, and nothing else. */
function Changed({ changes }: { changes: readonly TermChange[] }) {
  if (changes.length === 0) return <span className="font-medium">Decided again, as it was</span>;
  return changes.map((each) => (
    <span key={each.what} className="block font-medium">
      {each.what}: <span className="font-normal text-soft">{each.before}</span>{" "}
      <span aria-hidden="true">→</span>
      <span className="sr-only">became</span> {each.after}
    </span>
  ));
}

// Beside a statement as it was sent: what has changed since, each change with its event, and what is owed now.
import type { Statement } from "@/domain/statements/statement.ts";
import type { Change, ChangesSince } from "@/domain/statements/changes-since.ts";
import { negative } from "@/domain/values/money.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import type { StaticColumn } from "@/ui/static-rows.ts";
import { StaticTable } from "@/ui/static-table.tsx";
import { toSharedAccount } from "./links.ts";
import { readingOf, type AccountReading } from "./reading.ts";

type Props = { token: string; statement: Statement; since: ChangesSince };

export function SinceStatement({ token, statement, since }: Props) {
  const { business, currency, asOf } = statement;
  const reading = readingOf(business, currency);
  const { say, money, date } = reading;
  const said =
    since.saidCents < 0
      ? say.saidCredit(money(negative(since.saidCents)), date(asOf))
      : say.said(money(since.saidCents), date(asOf));
  return (
    <section
      aria-labelledby="since"
      className="mb-4 overflow-clip rounded-card border border-line bg-card desk:mb-6 print:rounded-none print:border-0"
    >
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-4">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id="since" className="font-semibold">
            {say.since}
          </h2>
          <p className="text-soft">
            {said} {since.count === 0 ? say.nothing : null}
          </p>
          {since.count === 0 ? null : (
            <p className="mt-1 text-16 font-semibold">{nowWords(since, reading)}</p>
          )}
        </div>
        <span className="print:hidden">
          <ButtonLink href={toSharedAccount(token)}>{say.see}</ButtonLink>
        </span>
      </div>
      {since.count === 0 ? null : (
        <StaticTable
          wide={false}
          caption={say.since}
          columns={columns(reading)}
          rows={rowsOf(since)}
          rowId={(row) => `change-${row.kind === "event" ? row.eventId : "earlier"}`}
        />
      )}
    </section>
  );
}

function nowWords({ nowCents }: ChangesSince, { say, money }: AccountReading): string {
  if (nowCents > 0) return say.owe(money(nowCents));
  return nowCents === 0 ? say.oweNothing : say.inFavour(money(negative(nowCents)));
}

type Row = (Change & { kind: "event" }) | ({ kind: "earlier" } & ChangesSince["earlier"]);

function rowsOf({ earlier, lines }: ChangesSince): Row[] {
  const events = lines.map((line): Row => ({ kind: "event", ...line }));
  return earlier.count === 0 ? events : [{ kind: "earlier", ...earlier }, ...events];
}

function columns({ say, page, amount, date, event, voided }: AccountReading): StaticColumn<Row>[] {
  const said = ({ type, documentNumber, isVoided }: Change) => {
    const named = event(type, documentNumber);
    return isVoided ? voided(named) : named;
  };
  return [
    {
      key: "date",
      head: page.date,
      place: "sub",
      cell: (row) => (row.kind === "event" ? { text: date(row.onDay), dateTime: row.onDay } : null),
    },
    {
      key: "what",
      head: page.description,
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => ({
        text: row.kind === "event" ? said(row) : say.earlier(row.count),
      }),
    },
    {
      key: "event",
      head: page.event,
      place: "under",
      label: page.labels.event,
      numeric: true,
      cell: (row) => (row.kind === "event" ? { text: String(row.eventId) } : null),
    },
    {
      key: "change",
      head: say.change,
      place: "lead-end",
      numeric: true,
      cell: (row) => ({
        text: amount(row.amountCents),
        ...(row.kind === "event" && row.isVoided && { struck: true }),
      }),
    },
    {
      key: "then",
      head: say.owedThen,
      place: "sub-end",
      label: say.owedThen,
      numeric: true,
      cell: (row) => (row.kind === "event" ? { text: amount(row.balanceCents) } : null),
    },
  ];
}

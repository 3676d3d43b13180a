// The columns of the list of issued statements: which, whose, of what day, how much, when, and whether it went out.
import type { statementList } from "@/domain/statements/statement-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { DayText } from "@/ui/day.tsx";
import { InstantText } from "@/ui/instant.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toIssued } from "../_shell/links.ts";
import { MailState } from "../_statement-mail/mail-state.tsx";
import { RowAmount, RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["statements"]["list"]["rows"][number];
type Props = { org: CurrentMember["org"]; sortBy: SortsOf<typeof statementList> };

export function statementColumns({ org, sortBy }: Props): Column<Row>[] {
  const { slug, locale, zone, currency: home } = org;
  return [
    {
      key: "number",
      head: "Statement",
      place: "sub",
      rowHead: true,
      cell: (row) => <RowLink href={toIssued(slug, row.statementId)}>{row.number}</RowLink>,
    },
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      wraps: true,
      sort: sortBy("customer"),
      cell: (row) => row.customerName,
    },
    {
      key: "asOf",
      head: "As of",
      place: "sub",
      label: "as of",
      cell: (row) => <DayText day={row.asOf} locale={locale} />,
    },
    {
      key: "issued",
      head: "Issued",
      place: "off",
      sort: sortBy("issued"),
      cell: (row) => (
        <span className="text-soft">
          <InstantText at={row.issuedAt} locale={locale} zone={zone} />
        </span>
      ),
    },
    {
      key: "mail",
      head: "Mail",
      place: "sub-end",
      cell: (row) => (row.lastMail ? <MailState status={row.lastMail} /> : <NotMailed />),
    },
    {
      key: "closing",
      head: "Closing balance",
      place: "lead-end",
      numeric: true,
      sort: sortBy("closing"),
      cell: (row) => (
        <RowAmount cents={row.closingCents} home={home} currency={row.currency} locale={locale} asBalance />
      ),
    },
  ];
}

const NotMailed = () => <span className="text-soft">Not mailed</span>;

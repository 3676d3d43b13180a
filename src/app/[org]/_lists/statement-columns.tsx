// The columns of the list of issued statements: which, whose, of what day, how much, when, and whether it went out.
import { Amount } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import type { apiFor } from "@/server/api.ts";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toIssued, toStatements, type Query } from "../_shell/links.ts";
import { MailState } from "../_statement-mail/mail-state.tsx";
import { FIRST_DIRECTION, type Sort, type Sorting } from "./statement-query.ts";

type Api = Awaited<ReturnType<typeof apiFor>>;
type Row = Awaited<ReturnType<Api["statements"]["list"]>>["rows"][number];

/** How the list is sorted, and what else its address says; a list that isn't sorted has none. */
type Sorted = { sorting: Sorting; kept: Query };

export function statementColumns(org: CurrentMember["org"], sorted?: Sorted): Column<Row>[] {
  const { slug, locale, zone, currency: home } = org;
  const sortBy = (sort: Sort): Pick<Column<Row>, "sort"> => {
    if (!sorted) return {};
    const { sorting, kept } = sorted;
    const current = sorting.sort === sort ? sorting.direction : null;
    const direction = current === null ? FIRST_DIRECTION[sort] : current === "asc" ? "desc" : "asc";
    return { sort: { direction: current, href: toStatements(slug, { ...kept, sort, direction }) } };
  };
  return [
    {
      key: "number",
      head: "Statement",
      place: "sub",
      rowHead: true,
      cell: (row) => (
        <Link href={toIssued(slug, row.statementId)} className="font-medium hover:underline">
          {row.number}
        </Link>
      ),
    },
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      wraps: true,
      ...sortBy("customer"),
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
      ...sortBy("issued"),
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
      ...sortBy("closing"),
      cell: (row) => (
        <>
          {row.currency === home ? null : (
            <span className="mr-2 text-12 font-normal text-soft">{row.currency}</span>
          )}
          <Amount cents={row.closingCents} currency={row.currency} locale={locale} asBalance />
        </>
      ),
    },
  ];
}

const NotMailed = () => <span className="text-soft">Not mailed</span>;

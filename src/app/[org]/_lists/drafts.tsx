// The drafts that are open, above the invoices: whose, what they come to so far, and who was at it last.
import { countOf } from "@/domain/count-of.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { RowLink } from "./cells.tsx";
import { toDraft } from "../_shell/links.ts";

type Listed = RouterOutputs["invoiceDrafts"]["list"];
type Row = Listed["rows"][number];
type Props = { org: CurrentMember["org"]; drafts: Listed | null };

/** Nothing where there are none, or for whom they aren't. */
export function Drafts({ org, drafts }: Props) {
  if (drafts === null || drafts.rows.length === 0) return null;
  const { rows, isAll } = drafts;
  const many = isAll ? countOf(rows.length, "draft") : `the latest ${rows.length}`;
  return (
    <div className="mb-6 [&>section]:mt-0">
      <Section id="drafts" title="Drafts" note={`${many}, not issued yet`}>
        <Card>
          <Table
            caption={`Drafts of invoices, in ${org.currency}`}
            rows={rows}
            rowKey={(row) => row.draftId}
            rowLinks
            columns={columnsOf(org)}
          />
        </Card>
      </Section>
    </div>
  );
}

function columnsOf({ slug, locale, currency, zone }: CurrentMember["org"]): Column<Row>[] {
  return [
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => (
        <>
          <RowLink href={toDraft(slug, row.draftId)}>{row.customerName ?? "No customer yet"}</RowLink>
          {row.corrects ? <span className="ml-2 font-normal text-soft">corrects {row.corrects}</span> : null}
        </>
      ),
    },
    {
      key: "dated",
      head: "Dated",
      place: "sub",
      cell: (row) => (row.issuedOn ? <DayText day={row.issuedOn} locale={locale} /> : null),
    },
    {
      key: "changed",
      head: "Last changed",
      place: "under",
      cell: (row) => (
        <span className="text-soft">
          {row.changedBy}, <InstantText at={row.changedAt} locale={locale} zone={zone} />
        </span>
      ),
    },
    {
      key: "total",
      head: "So far",
      place: "lead-end",
      numeric: true,
      cell: (row) =>
        row.totalCents === null ? null : (
          <Amount cents={row.totalCents} currency={currency} locale={locale} />
        ),
    },
  ];
}

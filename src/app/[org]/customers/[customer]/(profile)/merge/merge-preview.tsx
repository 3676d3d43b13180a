// What a merge would do: each figure of both customers as it stands, and of the one that stays as it would be.
import { ArrowLeftRight } from "lucide-react";
import type { Route } from "next";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";

type MergePreviewData = RouterOutputs["merges"]["preview"];
type Figures = MergePreviewData["after"][number];
type Props = { preview: MergePreviewData; turned: Route; locale: string };
type Row = { key: string; name: string; currency: string; from: number; into: number; after: number };

const FIGURES = [
  ["balanceCents", "Account balance"],
  ["openCreditCents", "Open credit"],
  ["earmarkedCents", "Earmarked"],
  ["retainedCents", "Retainage held"],
] as const;

export function MergePreview({ preview, turned, locale }: Props) {
  const { from, into } = preview;
  return (
    <Section
      id="preview"
      title={`${from.name} (${from.number}) becomes part of ${into.name} (${into.number})`}
      end={
        <ButtonLink href={turned}>
          <ArrowLeftRight aria-hidden="true" />
          Keep {from.number} instead
        </ButtonLink>
      }
    >
      <Card>
        <Table
          caption="What would move"
          columns={columns(preview, locale)}
          rows={preview.after.flatMap((after) => rowsOf(preview, after))}
          rowKey={(row) => row.key}
        />
      </Card>
      <ul className="mt-3 list-disc pl-5 text-soft">
        <li>
          Every open invoice, credit, earmark and held retainage moves, and keeps its own date and document.
        </li>
        <li>
          Days before the merge stay as they were; {into.name}’s account shows the history of both together.
        </li>
        <li>
          The number {from.number} keeps leading to {into.name}.{" "}
          {preview.differences.length > 0
            ? "Where their terms differ, the stricter count, but not terms that nobody ever decided. Choose otherwise below."
            : "Both have the same terms."}
        </li>
        <li>
          It can be reversed, as long as what moved wasn’t refunded or moved on. {into.name}’s terms and texts
          then stay as the merge left them.
        </li>
      </ul>
    </Section>
  );
}

function rowsOf({ from, into }: MergePreviewData, after: Figures): Row[] {
  const of = (side: MergePreviewData["from"]) =>
    side.accounts.find((each) => each.currency === after.currency);
  return FIGURES.map(([figure, name]) => ({
    key: `${after.currency} ${figure}`,
    name,
    currency: after.currency,
    from: of(from)?.[figure] ?? 0,
    into: of(into)?.[figure] ?? 0,
    after: after[figure],
  })).filter((row) => row.name === "Account balance" || row.after > 0);
}

function columns({ from, into }: MergePreviewData, locale: string): Column<Row>[] {
  const amount = (row: Row, pick: "from" | "into" | "after") => (
    <Amount cents={row[pick] as Figures["balanceCents"]} currency={row.currency} locale={locale} />
  );
  return [
    {
      key: "figure",
      head: "Figure",
      place: "lead",
      rowHead: true,
      cell: (row) => `${row.name}, ${row.currency}`,
    },
    {
      key: "from",
      head: from.number,
      place: "sub",
      label: from.number,
      numeric: true,
      cell: (row) => amount(row, "from"),
    },
    {
      key: "into",
      head: into.number,
      place: "sub-end",
      label: into.number,
      numeric: true,
      cell: (row) => amount(row, "into"),
    },
    {
      key: "after",
      head: `${into.number}, merged`,
      place: "lead-end",
      numeric: true,
      cell: (row) => <strong className="font-semibold">{amount(row, "after")}</strong>,
    },
  ];
}

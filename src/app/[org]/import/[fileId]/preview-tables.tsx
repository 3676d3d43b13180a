// The tables of a preview: the file's own totals beside ours, the rows that are left out, and what is read differently from
// how it stands.
import type { FileTotal, ImportLook, LeftOut } from "@/domain/imports/look.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import { rowsText } from "./fault-list.tsx";

export function FileTotals({ totals, reading }: { totals: readonly FileTotal[]; reading: Reading }) {
  const differ = totals.filter((total) => !agrees(total));
  // Where they agree the first few say enough.
  const shown = [...differ, ...totals.filter(agrees)].slice(0, Math.max(5, Math.min(20, differ.length)));
  const note = totalsNote(totals.length, differ.length);
  return (
    <Section id="totals" title="The file’s own totals" note={note}>
      <Card>
        <Table
          caption="The file’s own totals"
          columns={totalColumns(reading)}
          rows={shown}
          rowKey={({ row }) => String(row)}
        />
      </Card>
    </Section>
  );
}

function totalsNote(all: number, differ: number): string {
  if (all === 1) return differ === 0 ? "It agrees with its rows" : "It differs from its rows";
  return differ === 0 ? `All ${all} agree with their rows` : `${differ} of ${all} differ`;
}

const agrees = ({ saysCents, oursCents }: FileTotal) => saysCents === oursCents;

const totalColumns = (reading: Reading): Column<FileTotal>[] => [
  { key: "label", head: "Total", place: "lead", rowHead: true, wraps: true, cell: ({ label }) => label },
  { key: "row", head: "Row", place: "sub", label: "row", cell: ({ row }) => row },
  {
    key: "says",
    head: "In the file",
    place: "lead-end",
    numeric: true,
    cell: ({ saysCents }) => <Amount cents={saysCents} {...reading} />,
  },
  {
    key: "ours",
    head: "Its rows",
    place: "under",
    label: "its rows",
    numeric: true,
    cell: ({ oursCents }) => <Amount cents={oursCents} {...reading} />,
  },
  {
    key: "agrees",
    head: <span className="sr-only">Agrees</span>,
    place: "sub-end",
    cell: (total) =>
      agrees(total) ? <span className="text-soft">agrees</span> : <Tag tone="late">differs</Tag>,
  },
];

export function LeftOutRows({ leftOut }: { leftOut: readonly LeftOut[] }) {
  return (
    <Section id="left-out" title="Rows left out" note="Read, and not brought in">
      <Card>
        <Table caption="Rows left out" columns={LEFT_OUT} rows={leftOut} rowKey={({ why }) => why} />
      </Card>
    </Section>
  );
}

const LEFT_OUT: Column<LeftOut>[] = [
  { key: "why", head: "Why", place: "lead", rowHead: true, wraps: true, cell: ({ why }) => why },
  {
    key: "count",
    head: "Rows",
    place: "lead-end",
    numeric: true,
    cell: ({ count }) => count.toLocaleString("en-US"),
  },
  {
    key: "rows",
    head: "Which",
    place: "sub",
    label: "rows",
    wraps: true,
    cell: ({ rows, count }) => rowsText(rows, count),
  },
];

type Change = ImportLook["changed"][number];

export function Changed({ changed, reading }: { changed: readonly Change[]; reading: Reading }) {
  return (
    <Section
      id="changed"
      title="Read differently from how it stands"
      note={`Difference in ${reading.currency}`}
    >
      <Card>
        <Table
          caption="Read differently from how it stands"
          columns={changedColumns(reading)}
          rows={changed}
          rowKey={({ what }) => what}
        />
      </Card>
    </Section>
  );
}

const changedColumns = (reading: Reading): Column<Change>[] => [
  { key: "what", head: "What", place: "lead", rowHead: true, wraps: true, cell: ({ what }) => what },
  {
    key: "count",
    head: "Cells",
    place: "sub",
    label: "cells",
    numeric: true,
    cell: ({ count }) => count.toLocaleString("en-US"),
  },
  {
    key: "difference",
    head: "Difference",
    place: "lead-end",
    numeric: true,
    cell: ({ differenceCents }) => <Amount cents={differenceCents} {...reading} />,
  },
];

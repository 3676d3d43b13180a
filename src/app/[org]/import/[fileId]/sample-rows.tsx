// The first rows of the file, as they would come into the books.
import { countOf } from "@/domain/count-of.ts";
import type { FileLook, ImportLook } from "@/domain/imports/look.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Table, type Column } from "@/ui/table.tsx";

type Sample = FileLook["sample"][number];

export function SampleRows({ look, reading }: { look: ImportLook; reading: Reading }) {
  const { sample } = look;
  if (sample.length === 0) return null;
  return (
    <Section
      id="sample"
      title="As they would come in"
      note={`The first ${countOf(sample.length, "item")} · amounts in ${reading.currency}`}
    >
      <Card>
        <Table
          caption="The first rows, as they would come in"
          columns={columnsFor(reading)}
          rows={sample}
          rowKey={({ row, what }) => `${row} ${what}`}
          wide
        />
      </Card>
    </Section>
  );
}

const columnsFor = (reading: Reading): Column<Sample>[] => [
  { key: "row", head: "Row", place: "under", label: "row", cell: ({ row }) => row },
  { key: "what", head: "Kind", place: "sub", cell: ({ what }) => what },
  {
    key: "customer",
    head: "Customer",
    place: "lead",
    rowHead: true,
    wraps: true,
    cell: ({ customer }) => customer,
  },
  { key: "number", head: "Number", place: "sub", cell: ({ number }) => number || null },
  {
    key: "on",
    head: "Date",
    place: "sub-end",
    cell: ({ on }) => <DayText day={on} locale={reading.locale} />,
  },
  {
    key: "due",
    head: "Due",
    place: "under",
    label: "due",
    cell: ({ dueOn }) => (dueOn ? <DayText day={dueOn} locale={reading.locale} /> : null),
  },
  {
    key: "cents",
    head: "Amount",
    place: "lead-end",
    numeric: true,
    cell: ({ cents }) => <Amount cents={cents} {...reading} />,
  },
];

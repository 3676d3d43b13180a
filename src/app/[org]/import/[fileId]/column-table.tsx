// Every column of the file: its heading, its first values and what each becomes, and what it is taken for.
import { countOf } from "@/domain/count-of.ts";
import type { ImportLook, LookColumn } from "@/domain/imports/look.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { ColumnField } from "./column-field.tsx";

export function ColumnTable({ look }: { look: ImportLook }) {
  const undecided = look.columns.filter(({ field }) => field === null).length;
  const row = look.headingRow === null ? "No headings were found" : `Headings on row ${look.headingRow}`;
  const rest = undecided > 0 ? ` · ${countOf(undecided, "column")} not decided, and left alone` : "";
  return (
    <Section id="columns" title="Columns" note={`${row}${rest}`}>
      <Card>
        <Table
          caption="Columns of the file"
          columns={columnsFor(look.columns)}
          rows={look.columns}
          rowKey={({ at }) => String(at)}
        />
      </Card>
    </Section>
  );
}

const columnsFor = (all: readonly LookColumn[]): Column<LookColumn>[] => [
  {
    key: "heading",
    head: "In the file",
    place: "lead",
    rowHead: true,
    wraps: true,
    cell: ({ heading, at, format }) => (
      <>
        <span className="block font-medium">{heading || `Column ${at + 1}`}</span>
        {format ? <span className="block text-13 font-normal text-soft">{format}</span> : null}
      </>
    ),
  },
  {
    key: "samples",
    head: "First values, and what they become",
    place: "under",
    wraps: true,
    cell: (column) => <Samples column={column} />,
  },
  {
    key: "field",
    head: "Holds",
    place: "under",
    cell: ({ at, heading }) => (
      <ColumnField
        at={at}
        heading={heading || `Column ${at + 1}`}
        held={all.map((each) => ({ at: each.at, field: each.field }))}
      />
    ),
  },
];

function Samples({ column: { samples, field } }: { column: LookColumn }) {
  if (samples.length === 0) return <span className="text-soft">Empty</span>;
  return (
    <ul className="grid gap-0.5 text-13">
      {samples.map(({ says, becomes }, at) => (
        <li key={at} className="wrap-anywhere">
          <span className="text-soft">{says}</span>
          {field && becomes !== says ? (
            <>
              <span aria-hidden="true" className="text-soft">
                {" → "}
              </span>
              <span className="sr-only"> becomes </span>
              {becomes === null ? <span className="text-soon">not read</span> : becomes}
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

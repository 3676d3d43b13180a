// What is wrong in the file, grouped by its own headings: how often, on which rows, and what mends a group at once.
import { countOf } from "@/domain/count-of.ts";
import type { FaultGroup, ImportLook } from "@/domain/imports/look.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toImportFaults } from "../../_shell/links.ts";
import { AnswerButton } from "./answer-button.tsx";
import { LeaveFaulty } from "./leave-faulty.tsx";

type Props = { org: string; fileId: string; look: ImportLook };

export function FaultList({ org, fileId, look }: Props) {
  const { faults, faultCount } = look;
  if (faultCount === 0) return null;
  return (
    <Section
      id="errors"
      title={countOf(faultCount, "error")}
      note="Mend the file, or leave these rows out"
      end={
        <a href={toImportFaults(org, fileId)} download className="text-link">
          Download all as CSV
        </a>
      }
    >
      <Card>
        <GroupTable caption="Errors in the file" groups={faults} />
        <div className="border-t border-line px-4 py-2">
          <LeaveFaulty count={faultCount} />
        </div>
      </Card>
    </Section>
  );
}

export function GroupTable({ caption, groups }: { caption: string; groups: readonly FaultGroup[] }) {
  return (
    <Table
      caption={caption}
      columns={COLUMNS}
      rows={groups}
      rowKey={({ column, says }) => `${column} ${says}`}
    />
  );
}

/** "2, 5, 9 and 154 more": rows as a spreadsheet shows them. */
export function rowsText(rows: readonly number[], count: number): string {
  const shown = rows.filter((row) => row > 0).slice(0, 8);
  if (shown.length === 0) return "—";
  const more = count - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more.toLocaleString("en-US")} more` : "");
}

const COLUMNS: Column<FaultGroup>[] = [
  {
    key: "column",
    head: "Column",
    place: "sub",
    cell: ({ column }) => (column ? <span className="font-medium">{column}</span> : "—"),
  },
  { key: "says", head: "What is wrong", place: "lead", rowHead: true, wraps: true, cell: ({ says }) => says },
  {
    key: "count",
    head: "Times",
    place: "sub-end",
    numeric: true,
    label: "times",
    cell: ({ count }) => count.toLocaleString("en-US"),
  },
  {
    key: "rows",
    head: "Rows",
    place: "under",
    label: "rows",
    wraps: true,
    cell: ({ rows, count }) => rowsText(rows, count),
  },
  {
    key: "answer",
    head: <span className="sr-only">What mends it</span>,
    place: "under",
    cell: ({ answer }) => (answer ? <AnswerButton answer={answer} /> : null),
  },
];

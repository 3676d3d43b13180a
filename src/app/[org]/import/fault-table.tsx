// What is wrong with a file, row by row, as its writer can find it: the line, the column, the reason.
import { countOf } from "@/domain/count-of.ts";
import { Notice } from "@/ui/notice.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { Fault } from "@/ui/use-command.ts";

type RowFault = { line: number; column: string; message: string };

const COLUMNS: Column<RowFault>[] = [
  { key: "line", head: "Line", place: "sub", label: "line", rowHead: true, cell: (fault) => fault.line },
  { key: "column", head: "Column", place: "sub-end", cell: (fault) => fault.column || "—" },
  { key: "message", head: "What is wrong", place: "lead", wraps: true, cell: (fault) => fault.message },
];

export function FaultTable({ faults, count }: { faults: readonly RowFault[]; count: number }) {
  const shown = faults.length < count ? ` The first ${faults.length} are shown.` : "";
  return (
    <div className="grid gap-3">
      <Notice tone="late" title={`${countOf(count, "error")}: nothing can be imported yet`}>
        Mend the file and choose it again.{shown}
      </Notice>
      <Table
        caption="Errors in the file"
        columns={COLUMNS}
        rows={faults}
        rowKey={(fault) => `${fault.line} ${fault.column} ${fault.message}`}
      />
    </div>
  );
}

/** The rows that an import was refused for; null when it failed for another reason. */
export function faultsIn({ details }: Fault): { faults: readonly RowFault[]; count: number } | null {
  const { faults, faultCount } = details;
  if (!Array.isArray(faults)) return null;
  const rows = faults as RowFault[];
  return { faults: rows, count: typeof faultCount === "number" ? faultCount : rows.length };
}

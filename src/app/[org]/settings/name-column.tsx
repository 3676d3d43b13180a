// The first column of what a business keeps a list of: its name, and whether it is put away.
import type { ReactNode } from "react";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";

/** `beside`: what else is said beside the name. */
export const nameColumn = <Row extends { name: string; archived: boolean }>(
  beside?: (row: Row) => ReactNode,
): Column<Row> => ({
  key: "name",
  head: "Name",
  place: "lead",
  rowHead: true,
  wraps: true,
  cell: (row) => (
    <span className="inline-flex flex-wrap items-baseline gap-2">
      {row.name}
      {beside?.(row)}
      {row.archived ? <Tag tone="held">Archived</Tag> : null}
    </span>
  ),
});

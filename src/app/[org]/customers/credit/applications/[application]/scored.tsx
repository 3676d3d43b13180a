// How an application scores: each rule, what it looked at, and what it gave.
import type { Score } from "@/domain/credit/application-score.ts";
import { Table } from "@/ui/table.tsx";

export function Scored({ score }: { score: Score }) {
  return (
    <Table
      caption={`The score: ${score.points} of ${score.of}`}
      columns={[
        { key: "rule", head: "Rule", place: "lead", rowHead: true, wraps: true, cell: ({ rule }) => rule },
        { key: "because", head: "Found", place: "sub", wraps: true, cell: ({ because }) => because },
        {
          key: "points",
          head: "Points",
          place: "lead-end",
          numeric: true,
          cell: ({ points, of }) => `${points} of ${of}`,
          total: `${score.points} of ${score.of}`,
        },
      ]}
      rows={score.lines}
      rowKey={({ rule }) => rule}
      totalName="Score"
    />
  );
}

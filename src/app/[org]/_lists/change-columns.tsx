// The columns of the history of changes: when, who, which field, and what it said before and after.
import type { RouterOutputs } from "@/server/client.ts";
import { InstantText } from "@/ui/instant.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";

type Row = RouterOutputs["customers"]["changes"]["rows"][number];

export function changeColumns({ locale, zone }: CurrentMember["org"]): Column<Row>[] {
  return [
    {
      key: "field",
      head: "What",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => <span className="font-medium">{row.field}</span>,
    },
    {
      key: "before",
      head: "Before",
      place: "under",
      label: "before",
      wraps: true,
      quiet: (row) => row.before === "",
      cell: (row) => <Text text={row.before} />,
    },
    {
      key: "after",
      head: "After",
      place: "under",
      label: "after",
      wraps: true,
      cell: (row) => <Text text={row.after} />,
    },
    { key: "by", head: "Who", place: "sub", cell: (row) => row.by },
    {
      key: "at",
      head: "When",
      place: "lead-end",
      cell: (row) => (
        <span className="font-normal text-soft">
          <InstantText at={row.madeAt} locale={locale} zone={zone} />
        </span>
      ),
    },
  ];
}

/** What a field said; a dash where it said nothing. */
const Text = ({ text }: { text: string }) =>
  text === "" ? <span className="text-faint">—</span> : <span className="whitespace-pre-line">{text}</span>;

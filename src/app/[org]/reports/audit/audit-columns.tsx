// The columns of the audit log: when, who, what, about whom or what, and from which address.
import { aboutOf } from "@/domain/business/audit-facts.ts";
import { actionWords } from "@/domain/business/audit-words.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { InstantText } from "@/ui/instant.tsx";
import type { Column } from "@/ui/table.tsx";
import { RowLink } from "../../_lists/cells.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { toAuditEntry } from "../../_shell/links.ts";

type Row = RouterOutputs["audit"]["list"]["rows"][number];

export const auditColumns = ({ slug, locale, zone }: CurrentMember["org"]): Column<Row>[] => [
  {
    key: "what",
    head: "What",
    place: "lead",
    rowHead: true,
    wraps: true,
    cell: ({ entryId, action }) => (
      <RowLink href={toAuditEntry(slug, entryId)}>{actionWords(action)}</RowLink>
    ),
  },
  { key: "about", head: "About", place: "under", wraps: true, cell: ({ input }) => aboutOf(input) || null },
  { key: "who", head: "Who", place: "sub", wraps: true, cell: ({ name }) => name },
  {
    key: "when",
    head: "When",
    place: "sub",
    cell: ({ at }) => <InstantText at={at} locale={locale} zone={zone} />,
  },
  { key: "from", head: "From", place: "under", label: "from", cell: ({ ip }) => ip },
];

// Who was invited and hasn't come yet.
import { ROLE_WORDS } from "@/domain/business/people.ts";
import { mayDo } from "@/domain/permission.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { InstantText } from "@/ui/instant.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { InviteAgain, WithdrawInvitation } from "./waiting-changes.tsx";

type Waiting = RouterOutputs["people"]["list"]["invitations"][number];
type Props = { invitations: readonly Waiting[]; here: CurrentMember };

export function WaitingTable({ invitations, here }: Props) {
  return (
    <Table
      caption="Invitations"
      rows={invitations}
      rowKey={(each) => each.invitationId}
      columns={columnsFor(here)}
    />
  );
}

const columnsFor = ({ org: { slug, locale, zone }, permissions }: CurrentMember): Column<Waiting>[] => [
  {
    key: "email",
    head: "E-mail",
    place: "lead",
    rowHead: true,
    wraps: true,
    cell: ({ email, sentAt, expired }) => (
      <span className="inline-flex flex-wrap items-baseline gap-2 wrap-anywhere">
        {email}
        {expired ? <Tag tone="held">Expired</Tag> : null}
        {sentAt === null ? <Tag tone="late">Not sent</Tag> : null}
      </span>
    ),
  },
  { key: "role", head: "Role", place: "sub", cell: ({ role }) => ROLE_WORDS[role].name },
  {
    key: "sent",
    head: "Sent",
    place: "under",
    label: "sent",
    wraps: true,
    cell: ({ sentAt, invitedBy }) =>
      sentAt === null ? (
        `By ${invitedBy}`
      ) : (
        <>
          <InstantText at={sentAt} locale={locale} zone={zone} /> by {invitedBy}
        </>
      ),
  },
  {
    key: "do",
    head: <span className="sr-only">Change</span>,
    place: "lead-end",
    numeric: true,
    cell: ({ invitationId, email, role }) =>
      mayDo(role, "owner:change") && !permissions.includes("owner:change") ? null : (
        <span className="-my-2 inline-flex gap-1 print:hidden">
          <InviteAgain org={slug} invitationId={invitationId} email={email} />
          <WithdrawInvitation org={slug} invitationId={invitationId} email={email} />
        </span>
      ),
  },
];

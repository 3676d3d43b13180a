// Who belongs to the business and as what, who was invited, and what each may do in one go.
import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { SettingSection } from "../setting-section.tsx";
import { InvitePerson } from "./invite-person.tsx";
import { PeopleTable } from "./people-table.tsx";
import { WaitingTable } from "./waiting-table.tsx";

export const metadata: Metadata = { title: "People · Settings" };

export default async function PeopleSettings({ params }: PageProps<"/[org]/settings/people">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("people:manage")) {
    return (
      <SettingSection id="people" title="People" mayChange={false}>
        <p className="text-soft">
          Who manages the people of the business sees them here, and invites others.
        </p>
      </SettingSection>
    );
  }
  const { people, invitations, mailGoesOut } = await api.people.list({});
  const invites = <InvitePerson org={org} role={here.role} />;
  return (
    <>
      <SettingSection id="people" title="People" mayChange>
        <Card>
          <PeopleTable people={people} here={here} mailGoesOut={mailGoesOut} />
        </Card>
      </SettingSection>
      <SettingSection id="invitations" title="Invitations" mayChange>
        <Card>
          {invitations.length > 0 ? (
            <WaitingTable invitations={invitations} here={here} />
          ) : (
            <Empty icon={<UserPlus />} title="Nobody is invited" action={invites}>
              {mailGoesOut
                ? "Who you invite gets a link by mail. It works once, for a week."
                : "An invitation is a link by mail, and no mail goes out from this copy of Onaccount yet."}
            </Empty>
          )}
        </Card>
        {invitations.length > 0 ? <div className="mt-4">{invites}</div> : null}
      </SettingSection>
    </>
  );
}

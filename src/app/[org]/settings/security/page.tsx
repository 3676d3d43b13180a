// How well the business is locked: whom it asks for a second factor, and who has one.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Tag } from "@/ui/tag.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { whoMay } from "../../_shell/not-allowed.tsx";
import { Domains } from "./domains.tsx";
import { OwnSignIn } from "./own-sign-in.tsx";
import { SecondFactorSetting } from "./second-factor-setting.tsx";

export const metadata: Metadata = { title: "Security · Settings" };

export default async function SecuritySettings({ params }: PageProps<"/[org]/settings/security">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  if (!here.permissions.includes("people:manage"))
    return (
      <Notice tone="soon" title="Your role doesn’t allow a look at the security of the business">
        {whoMay("people:manage")} can do it.
      </Notice>
    );
  const [{ policy, members }, { domains, ...signIn }] = await Promise.all([
    api.security.read({}),
    api.ownSignIn.read({}),
  ]);
  const mayChange = here.permissions.includes("security:change");
  const without = members.filter(({ hasSecond }) => !hasSecond).length;
  return (
    <>
      <Section
        id="second-factor"
        title="Second factor"
        note={mayChange ? undefined : "an owner can change it"}
      >
        <SecondFactorSetting key={policy} org={org} policy={policy} mayChange={mayChange} />
      </Section>
      <Section
        id="members"
        title="Who has one"
        note={without === 0 ? "everybody" : `${members.length - without} of ${members.length}`}
      >
        <Card>
          <ul className="divide-y divide-line">
            {members.map(({ userId, name, role, hasSecond }) => (
              <li key={userId} className="flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-1.5">
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="text-13 text-soft">{role.replaceAll("-", " ")}</span>
                {hasSecond ? (
                  <span className="text-13 text-soft">Has a second factor</span>
                ) : (
                  <Tag tone="soon">None yet</Tag>
                )}
              </li>
            ))}
          </ul>
        </Card>
      </Section>
      <Section id="own-sign-in" title="Own sign-in" note={mayChange ? undefined : "an owner can change it"}>
        <OwnSignIn key={signIn.version} org={org} signIn={signIn} mayChange={mayChange} />
      </Section>
      <Section id="domains" title="Domains" note="whose addresses the provider speaks for">
        <Domains org={org} domains={domains} mayChange={mayChange} />
      </Section>
    </>
  );
}

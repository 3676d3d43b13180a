// The keys of programs that work with these books: what each may do, when it was last used, and ending one.
import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { SettingSection } from "../setting-section.tsx";
import { KeyTable } from "./key-table.tsx";
import { MakeKey } from "./make-key.tsx";

export const metadata: Metadata = { title: "API keys · Settings" };

export default async function ApiKeySettings({ params }: PageProps<"/[org]/settings/api-keys">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("settings:change")) {
    return (
      <SettingSection id="api-keys" title="API keys" mayChange={false}>
        <p className="text-soft">
          Who may change the settings sees the keys here, and makes and revokes them.
        </p>
      </SettingSection>
    );
  }
  const keys = await api.apiKeys.list({});
  return (
    <SettingSection id="api-keys" title="API keys" mayChange>
      <p className="mb-3 max-w-prose text-13 text-soft">
        A till, a web shop or an accountant’s system works with these books by a key of its own. What it does
        is recorded under the key’s name.
      </p>
      <Card>
        {keys.length > 0 ? (
          <KeyTable keys={keys} here={here.org} />
        ) : (
          <Empty icon={<KeyRound />} title="No keys yet">
            Make one for each program, with no more than it needs.
          </Empty>
        )}
      </Card>
      {/* In one place whether there are keys or not: what it has just made is shown there once. */}
      <div className="mt-4">
        <MakeKey org={org} held={here.permissions} />
      </div>
    </SettingSection>
  );
}

// Where the business has its events sent: each endpoint with how it stands.
import { Webhook } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { SettingSection } from "../setting-section.tsx";
import { EndpointTable } from "./endpoint-table.tsx";
import { MakeEndpoint } from "./make-endpoint.tsx";

export const metadata: Metadata = { title: "Webhooks · Settings" };

export default async function WebhookSettings({ params }: PageProps<"/[org]/settings/webhooks">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("settings:change")) {
    return (
      <SettingSection id="webhooks" title="Webhooks" mayChange={false}>
        <p className="text-soft">Who may change the settings sees here where events are sent.</p>
      </SettingSection>
    );
  }
  const endpoints = await api.webhooks.list({});
  return (
    <SettingSection id="webhooks" title="Webhooks" mayChange>
      <p className="mb-3 max-w-prose text-13 text-soft">
        What happens on the accounts is sent to a program of yours, one event after the other: the next one
        when the one before was taken. So it can keep every account as it stands here.
      </p>
      <Card>
        {endpoints.length > 0 ? (
          <EndpointTable endpoints={endpoints} org={org} />
        ) : (
          <Empty icon={<Webhook />} title="Nothing is sent anywhere yet">
            Add the address at which your web shop or bookkeeping listens.
          </Empty>
        )}
      </Card>
      {/* In one place whether there are any or not: the secret that it has just made is shown there once. */}
      <div className="mt-4">
        <MakeEndpoint org={org} />
      </div>
    </SettingSection>
  );
}

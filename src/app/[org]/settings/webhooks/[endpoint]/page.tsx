// One endpoint: how it stands, what can be done with it, and what was sent to it with what became of that.
import { Send } from "lucide-react";
import type { Metadata } from "next";
import { formatInstant } from "@/domain/values/instant.ts";
import { apiFor } from "@/server/api.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Pager } from "@/ui/pager.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { whoMay } from "../../../_shell/not-allowed.tsx";
import { toWebhook } from "../../../_shell/webhook-links.ts";
import { EndpointState } from "../endpoint-state.tsx";
import { kindsWords } from "../endpoint-table.tsx";
import { DeliveryTable } from "./delivery-table.tsx";
import { EndpointActions } from "./endpoint-actions.tsx";

export const metadata: Metadata = { title: "Webhook · Settings" };

export default async function EndpointPage({
  params,
  searchParams,
}: PageProps<"/[org]/settings/webhooks/[endpoint]">) {
  const { org, endpoint: endpointId } = await params;
  const { after } = await searchParams;
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("settings:change"))
    return (
      <Notice tone="soon" title="Your role doesn’t allow a look at where events are sent">
        {whoMay("settings:change")} can do it.
      </Notice>
    );
  const api = await apiFor(org);
  const asked = { endpointId, ...(typeof after === "string" && { after }) };
  const { endpoint, deliveries, next } = await api.webhooks.read(asked);
  const { locale, zone } = here.org;
  return (
    <>
      <Section id="endpoint" title={endpoint.url} end={<EndpointState endpoint={endpoint} />}>
        <Card padded>
          {endpoint.fault === "" ? null : (
            <div className="mb-3">
              <Notice
                tone={endpoint.state === "given-up" ? "late" : "soon"}
                title={
                  endpoint.state === "given-up"
                    ? "Nothing is sent there any more: it took nothing for days"
                    : "The last one wasn’t taken, so those after it wait"
                }
              >
                {endpoint.fault}{" "}
                {endpoint.state === "active"
                  ? `Tried again at ${formatInstant(endpoint.nextTryAt, locale, zone)}.`
                  : "Switched on again, it goes on where it stopped."}
              </Notice>
            </div>
          )}
          <p className="text-soft">{kindsWords(endpoint.kinds)}.</p>
          {endpoint.rotating ? (
            <p className="mt-1 text-soft">
              What is sent is signed with two secrets. End the old one when your program has the new one.
            </p>
          ) : null}
          <EndpointActions org={org} endpoint={endpoint} />
        </Card>
      </Section>
      <Section id="deliveries" title="Sent" note="newest first">
        <Card>
          {deliveries.length === 0 ? (
            <Empty icon={<Send />} title="Nothing was sent yet">
              The next event is sent within seconds. Send older ones with “Send from…”.
            </Empty>
          ) : (
            <DeliveryTable
              deliveries={deliveries}
              org={org}
              endpointId={endpointId}
              locale={locale}
              zone={zone}
            />
          )}
        </Card>
        {deliveries.length > 0 ? (
          <Pager
            label="What was sent"
            count=""
            first={asked.after === undefined ? null : { href: toWebhook(org, endpointId), label: "Newest" }}
            next={
              next === null ? null : { href: toWebhook(org, endpointId, { after: next }), label: "Older" }
            }
          />
        ) : null}
      </Section>
    </>
  );
}

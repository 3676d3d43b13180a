// The endpoints as a table, each a way to what was sent to it.
import { kindName } from "@/domain/business/webhook.ts";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toWebhook } from "../../_shell/webhook-links.ts";
import { EndpointState, type Endpoint } from "./endpoint-state.tsx";

type Props = { endpoints: readonly Endpoint[]; org: string };

export function EndpointTable({ endpoints, org }: Props) {
  return (
    <Table
      caption="Webhooks"
      rows={endpoints}
      rowKey={({ endpointId }) => endpointId}
      columns={columnsFor(org)}
    />
  );
}

const columnsFor = (org: string): Column<Endpoint>[] => [
  {
    key: "url",
    head: "Sent to",
    place: "lead",
    rowHead: true,
    wraps: true,
    cell: ({ endpointId, url }) => (
      <Link href={toWebhook(org, endpointId)} className="text-link wrap-anywhere">
        {url}
      </Link>
    ),
  },
  {
    key: "kinds",
    head: "Events",
    place: "under",
    wraps: true,
    cell: ({ kinds }) => <span className="text-soft">{kindsWords(kinds)}</span>,
  },
  {
    key: "state",
    head: "State",
    place: "lead-end",
    cell: (endpoint) => <EndpointState endpoint={endpoint} />,
  },
];

export const kindsWords = (kinds: Endpoint["kinds"]): string =>
  kinds.length === 0 ? "All events" : kinds.map(kindName).join(", ");

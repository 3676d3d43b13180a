// What was sent: the event, what was answered, how long it took and how often it was tried, with the body that was sent.
import { kindName } from "@/domain/business/webhook.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import { toEvent } from "../../../_shell/links.ts";
import { SendAgain } from "./send-again.tsx";

type Delivery = RouterOutputs["webhooks"]["read"]["deliveries"][number];
type Props = DateStyle & { deliveries: readonly Delivery[]; org: string; endpointId: string };

export function DeliveryTable({ deliveries, ...drawn }: Props) {
  return (
    <Table
      caption="What was sent, newest first"
      rows={deliveries}
      rowKey={({ eventId }) => String(eventId)}
      columns={columnsFor(drawn)}
    />
  );
}

const columnsFor = ({ org, endpointId, locale, zone }: Omit<Props, "deliveries">): Column<Delivery>[] => [
  {
    key: "event",
    head: "Event",
    place: "lead",
    rowHead: true,
    cell: ({ eventId, kind }) => (
      <>
        <Link href={toEvent(org, eventId)} className="text-link">
          {kindName(kind)}
        </Link>
        <span className="block text-12 font-normal text-soft">{eventId}</span>
      </>
    ),
  },
  {
    key: "state",
    head: "Answer",
    place: "lead-end",
    cell: ({ code, fault, isAskedAgain }) =>
      isAskedAgain ? (
        <Tag tone="soon">Sent again soon</Tag>
      ) : fault === "" ? (
        <span className="text-soft">Taken, {code}</span>
      ) : (
        <Tag tone="late">{code ?? "None"}</Tag>
      ),
  },
  {
    key: "at",
    head: "Last sent",
    place: "sub",
    cell: ({ lastAt }) => <InstantText at={lastAt} locale={locale} zone={zone} />,
  },
  {
    key: "took",
    head: "Took",
    place: "sub",
    numeric: true,
    cell: ({ tookMs, tries }) => `${tookMs} ms${tries > 1 ? `, ${tries} tries` : ""}`,
  },
  {
    key: "body",
    head: "Body",
    place: "under",
    wraps: true,
    cell: ({ body, fault }) => (
      <details>
        <summary className="cursor-pointer touch:py-3">{fault === "" ? "What was sent" : fault}</summary>
        <pre className="mt-1 max-w-prose overflow-x-auto rounded-control bg-hover p-2 text-12">
          {JSON.stringify(JSON.parse(body), null, 2)}
        </pre>
      </details>
    ),
  },
  {
    key: "again",
    head: <span className="sr-only">Send again</span>,
    place: "sub-end",
    numeric: true,
    cell: ({ eventId }) => (
      <span className="-my-2 inline-flex print:hidden">
        <SendAgain org={org} endpointId={endpointId} eventId={eventId} />
      </span>
    ),
  },
];

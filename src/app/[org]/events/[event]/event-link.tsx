// Another event, by what it is called, and its Event ID behind.
import type { EventName } from "@/domain/ledger/event.ts";
import { Link } from "@/ui/link.tsx";
import { toEvent } from "../../_shell/links.ts";

export function EventLink({ org, event }: { org: string; event: EventName }) {
  return (
    <Link href={toEvent(org, event.eventId)} className="text-link">
      {event.name}
      <span className="font-normal text-soft"> #{event.eventId}</span>
    </Link>
  );
}

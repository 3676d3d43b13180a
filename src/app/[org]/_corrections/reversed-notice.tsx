// Says that something was reversed, by which event, and leads there.
import type { EventName } from "@/domain/ledger/event.ts";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toEvent } from "../_shell/links.ts";

type Props = { org: string; title: string; by: EventName };

export function ReversedNotice({ org, title, by }: Props) {
  return (
    <div className="mb-4">
      <Notice tone="soon" title={title}>
        By{" "}
        <Link href={toEvent(org, by.eventId)} className="text-link">
          event {by.eventId}
        </Link>
        : {by.name}. Nothing was deleted; both stay in the history.
      </Notice>
    </div>
  );
}

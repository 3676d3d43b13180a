// Says on every page that the server's clock was moved: whoever records now would record on a wrong day.
import type { ClockMoved } from "@/server/clock-watch.ts";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";

export function ClockMovedNotice({ moved: { days, at }, style }: { moved: ClockMoved; style: DateStyle }) {
  const far = Math.abs(Math.round(days));
  return (
    <div className="mb-4">
      <Notice tone="late" title={`The server’s clock jumped ${far} days ${days > 0 ? "ahead" : "back"}.`}>
        It stood at <InstantText at={at} {...style} /> then. If that isn’t the right day, wait with what you
        record until whoever runs this server has set it and started it again: today, due dates and what was
        known when are taken from it.
      </Notice>
    </div>
  );
}

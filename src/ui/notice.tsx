// Something the reader must know before going on: what went wrong and what to do about it, or that it went well.
// Errors interrupt a screen reader; the rest wait their turn.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeTone = "info" | "good" | "soon" | "late";

const LOOKS: Record<NoticeTone, string> = {
  info: "border-line bg-card text-soft",
  good: "border-good bg-good-wash text-good",
  soon: "border-soon bg-soon-wash text-soon",
  late: "border-late bg-late-wash text-late",
};

const ICONS = { info: Info, good: CircleCheck, soon: TriangleAlert, late: CircleAlert };

type Props = { tone?: NoticeTone; title?: string; children?: ReactNode };

export function Notice({ tone = "info", title, children }: Props) {
  const Icon = ICONS[tone];
  return (
    <div
      role={tone === "late" ? "alert" : "status"}
      className={`flex gap-2.5 rounded-card border px-3.5 py-2.5 ${LOOKS[tone]}`}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
    </div>
  );
}

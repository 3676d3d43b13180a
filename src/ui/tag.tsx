// A state as a word with an icon and a colour: never by colour alone.
import { Ban, Check, Clock, Minus, TriangleAlert } from "lucide-react";

export type TagTone = "good" | "soon" | "late" | "held" | "neutral";

const LOOKS: Record<TagTone, string> = {
  good: "bg-good-wash text-good",
  soon: "bg-soon-wash text-soon",
  late: "bg-late-wash text-late",
  held: "bg-held-wash text-held",
  neutral: "bg-hover text-soft",
};

const ICONS = { good: Check, soon: Clock, late: TriangleAlert, held: Ban, neutral: Minus };

export function Tag({ tone, children }: { tone: TagTone; children: React.ReactNode }) {
  const Icon = ICONS[tone];
  return (
    <span
      className={`-my-px inline-flex items-center gap-1 whitespace-nowrap rounded-control px-2 py-0.5 text-12 font-medium ${LOOKS[tone]}`}
    >
      <Icon aria-hidden="true" className="size-3" strokeWidth={2.5} />
      {children}
    </span>
  );
}

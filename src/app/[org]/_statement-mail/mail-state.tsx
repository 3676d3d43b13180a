// How a statement's mail is doing, in one word: waiting, sent, failed, or opened by who got it. Only what failed has a colour.
import { Tag } from "@/ui/tag.tsx";

type Status = "queued" | "sent" | "failed" | "bounced";

const WORDS: Record<Status, string> = {
  queued: "Waiting to go",
  sent: "Sent",
  failed: "Failed",
  bounced: "Came back",
};

export function MailState({ status, isOpened = false }: { status: Status; isOpened?: boolean }) {
  if (isOpened) return <Tag tone="good">Opened</Tag>;
  if (status === "failed" || status === "bounced") return <Tag tone="late">{WORDS[status]}</Tag>;
  return <span className="text-soft">{WORDS[status]}</span>;
}

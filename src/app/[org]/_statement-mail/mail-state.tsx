// How a statement's mail is doing, in one word with its colour: waiting, sent or failed.
import { Tag, type TagTone } from "@/ui/tag.tsx";

type Status = "queued" | "sent" | "failed";

const STATES: Record<Status, { tone: TagTone; word: string }> = {
  queued: { tone: "soon", word: "Waiting to go" },
  sent: { tone: "good", word: "Sent" },
  failed: { tone: "late", word: "Failed" },
};

export function MailState({ status }: { status: Status }) {
  const { tone, word } = STATES[status];
  return <Tag tone={tone}>{word}</Tag>;
}

// How an endpoint stands, as a word: a state that somebody chose, or that it is being waited for.
import type { RouterOutputs } from "@/server/client.ts";
import { Tag } from "@/ui/tag.tsx";

export type Endpoint = RouterOutputs["webhooks"]["list"][number];

export function EndpointState({ endpoint: { state, tries } }: { endpoint: Endpoint }) {
  if (state === "paused") return <Tag tone="neutral">Paused</Tag>;
  if (state === "given-up") return <Tag tone="late">Stopped</Tag>;
  return tries > 0 ? <Tag tone="soon">Not taken, tried again</Tag> : <Tag tone="good">Sending</Tag>;
}

// The event a page is about, by the Event ID in its address; what is no number is not there.
import { notFound } from "next/navigation";
import { cache } from "react";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";

export type ShownEvent = RouterOutputs["events"]["read"];

export const readEvent = cache(async (org: string, eventId: string): Promise<ShownEvent> => {
  if (!/^[1-9]\d{0,14}$/.test(eventId)) notFound();
  const api = await apiFor(org);
  return api.events.read({ eventId: Number(eventId) });
});

// Who is here, in which business, and what they may do: read once per request, however many parts of the page ask.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readHere = cache(async (org: string) => {
  const api = await apiFor(org);
  return api.session.here();
});

export type Here = Awaited<ReturnType<typeof readHere>>;

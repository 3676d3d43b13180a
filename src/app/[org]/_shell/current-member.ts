// Who is here, in which business, and what they may do: read once per request, however many parts of the page ask.
import { cache } from "react";
import { pageApiFor } from "@/server/api.ts";

export const readCurrentMember = cache(async (org: string) => {
  const api = await pageApiFor(org);
  return api.session.here();
});

export type CurrentMember = Awaited<ReturnType<typeof readCurrentMember>>;

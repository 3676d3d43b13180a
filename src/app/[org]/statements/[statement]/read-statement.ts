// The statement a page is about, with its mails and links, read once per request for the layout and the page alike.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readStatement = cache(async (org: string, statementId: string) => {
  const api = await apiFor(org);
  return api.statements.read({ statementId });
});

export type IssuedStatement = Awaited<ReturnType<typeof readStatement>>;

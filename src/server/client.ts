// The procedures as the browser calls them. The business is part of the address, so a stale tab can't write into
// another company's books.
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "./routers/index.ts";

export function api(org: string) {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `/api/trpc/${encodeURIComponent(org)}`, maxItems: 10 })],
  });
}

/** What each procedure answers, for components that draw it. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;

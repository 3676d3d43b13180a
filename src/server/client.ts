// The procedures as the browser calls them. The business is part of the address, so a stale tab can't write into
// another company's books.
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import { outcomeLink } from "./outcome-link.ts";
import type { AppRouter } from "./routers/index.ts";
import { tellRecovered } from "./recovered.ts";
import { sentCommands, tabStore } from "./sent-commands.ts";

export function api(org: string) {
  const http = httpBatchLink({ url: `/api/trpc/${encodeURIComponent(org)}`, maxItems: 10 });
  const plain = createTRPCClient<AppRouter>({ links: [http] });
  return createTRPCClient<AppRouter>({
    links: [
      outcomeLink({
        outcome: (commandKey) => plain.commands.outcome.query({ commandKey }),
        sent: sentCommands(tabStore(org)),
        onRecovered: tellRecovered,
      }),
      http,
    ],
  });
}

/** What each procedure answers, for components that draw it. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;

// The procedures as the browser calls them. The business is part of the address, so a stale tab can't write into
// another company's books.
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import { outcomeLink } from "./outcome-link.ts";
import type { AppRouter } from "./routers/index.ts";
import { tellRecovered } from "./recovered.ts";
import { sentCommands, tabStore } from "./sent-commands.ts";

const httpTo = (org: string) => httpBatchLink({ url: `/api/trpc/${encodeURIComponent(org)}`, maxItems: 10 });

/** For what sends the same again by itself until an answer comes: nothing is looked up, and nothing told. */
export const plainApi = (org: string) => createTRPCClient<AppRouter>({ links: [httpTo(org)] });

export function api(org: string) {
  const plain = plainApi(org);
  return createTRPCClient<AppRouter>({
    links: [
      outcomeLink({
        outcome: (commandKey) => plain.commands.outcome.query({ commandKey }),
        sent: sentCommands(tabStore(org)),
        onRecovered: tellRecovered,
      }),
      httpTo(org),
    ],
  });
}

/** What each procedure answers, for components that draw it. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;

// The procedures over HTTP: our own pages only, JSON only, of a size and number that one screen can need.
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { memberActor } from "./actor.ts";
import { OriginRefused, assertSameOrigin } from "./wire/origin.ts";
import { logSecurity } from "./log.ts";
import { fromHeaders, type From } from "./wire/request.ts";
import { appRouter } from "./routers/index.ts";
import { currentUser } from "./auth/session.ts";
import { logFailure } from "./log-failure.ts";
import { refused } from "./trpc.ts";
import { retryAfter } from "./wire/retry-after.ts";
import { withinLimit } from "./wire/within-limit.ts";

const BODY_LIMIT = 1024 * 1024;
const BATCH_LIMIT = 10;

export async function answerCall(request: Request, org: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  if (request.method === "POST") {
    try {
      assertSameOrigin(request);
    } catch (error) {
      if (!(error instanceof OriginRefused)) throw error;
      logSecurity("origin-refused", { requestId: from.requestId, ip: from.ip });
      return plain(error.status, "Refused.");
    }
  }
  // Who can't be looked up is told so, each call by itself; a database that is away has nobody signed out.
  const who = await currentUser().then(
    (user) => ({ user, error: null }),
    (error: unknown) => ({ user: null, error: refused(error) }),
  );
  return answerWithin(request, BODY_LIMIT, { org, from, ...who });
}

type Asking = {
  org: string;
  from: From;
  user: Awaited<ReturnType<typeof currentUser>>;
  /** Why nobody is let in, where that isn't for want of a session. */
  error: unknown;
};

async function answerWithin(
  request: Request,
  limit: number,
  { org, from, user, error }: Asking,
): Promise<Response> {
  const sized = await withinLimit(request, limit);
  if (!sized) return plain(413, "Too large.");
  return fetchRequestHandler({
    endpoint: `/api/trpc/${encodeURIComponent(org)}`,
    req: sized,
    router: appRouter,
    maxBatchSize: BATCH_LIMIT,
    createContext: async () => {
      if (error) throw error;
      const asked = user && memberActor(user, org, from.requestId);
      const member = await Promise.resolve(asked).catch((error: unknown) => {
        throw refused(error);
      });
      return { user, member, from };
    },
    responseMeta: ({ errors }) => ({
      headers: { "cache-control": "private, no-store", ...retryAfter(errors) },
    }),
    onError: (failed) => logFailure({ error: failed.error, path: failed.path, requestId: from.requestId }),
  });
}

function plain(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { "content-type": "text/plain", "cache-control": "private, no-store" },
  });
}

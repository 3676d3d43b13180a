// The procedures as pages and route handlers call them: the same doors, without the network between.
import { cache } from "react";
import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { Refusal } from "@/domain/refusal.ts";
import { memberActor, tenantOf } from "./actor.ts";
import { from } from "./wire/request.ts";
import { appRouter } from "./routers/index.ts";
import { requireUser } from "./auth/session.ts";
import { takePageTurn } from "./page-turns.ts";
import { asUnavailable } from "./trouble.ts";
import { logFailure } from "./log-failure.ts";
import { callerFactory, type Context } from "./trpc.ts";

const createCaller = callerFactory(appRouter);

/** The business is named by the address of the page; who isn't signed in is sent to sign
 *  in first, and what isn't there is the page that says so. */
export const apiFor = cache(async (org: string) => {
  const context = await contextFor(org);
  return createCaller(context, {
    onError: ({ error, path }) => {
      // A page asks with what stands in its address: what no shape knows isn't there.
      if (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST") notFound();
      if (error.code === "SERVICE_UNAVAILABLE") throw asUnavailable(error, context.from.requestId);
      logFailure({ error, path, requestId: context.from.requestId });
    },
  });
});

/** The same as a page asks, in its turn: several pages of one business don't hold up another's. */
export const pageApiFor = cache(async (org: string) => {
  const [api, { member, from: asked }] = await Promise.all([apiFor(org), contextFor(org)]);
  if (member) await takePageTurn(tenantOf(member), asked.requestId);
  return api;
});

/** Who asks, and as whom in that business. */
export const contextFor = cache(async (org: string): Promise<Context> => {
  const user = await requireUser(`/${org}`);
  const asked = await from();
  const member = await memberActor(user, org, asked.requestId).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "second-factor-needed")
      redirect(`/account/second-factor?for=${encodeURIComponent(org)}` as Route);
    throw asUnavailable(error, asked.requestId);
  });
  return { user, member, from: asked };
});

// Who is asking, looked up once per request however often a page needs to know.
import { cache } from "react";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { endSessionOf, endSessionsOf } from "@/db/directory/sessions.ts";
import { present } from "@/domain/assert.ts";
import { signedIn, signOut, type SignedIn } from "./auth.ts";
import { waitingForSecond } from "./ways-in.ts";
import { logSecurity } from "../log.ts";
import { pageUnavailable } from "../trouble.ts";
import { from } from "../wire/request.ts";

export type { SignedIn } from "./auth.ts";

export const currentUser = cache(() => signedIn().catch(pageUnavailable));

/** For pages: whoever isn't signed in is sent to sign in, or to the step that is left of it, and comes back afterwards. */
export async function requireUser(backTo?: string) {
  const user = await currentUser();
  if (user) return user;
  const waits = await waitingForSecond().catch(pageUnavailable);
  const query = backTo ? `?to=${encodeURIComponent(backTo)}` : "";
  redirect(waits ? (`/sign-in/second${query}` as Route) : (`/sign-in${query}` as Route));
}

export async function endThisSession(): Promise<void> {
  const user = await currentUser();
  const { requestId, ip } = await from();
  await signOut();
  logSecurity("sign-out", { requestId, ip, actor: user?.userId });
}

export type OwnAccount = Required<SignedIn>;

/**
 * For the pages of one's own account, which need to know by which session. One that a business's provider made opens none of
 * them: that business can say who somebody is to itself alone.
 */
export async function requireOwn(backTo: string): Promise<OwnAccount> {
  const { sessionId, secondFactor, onlyIn, ...user } = await requireUser(backTo);
  if (onlyIn) redirect("/");
  return {
    ...user,
    sessionId: present(sessionId, "a session has a name"),
    secondFactor: secondFactor ?? false,
    onlyIn: null,
  };
}

/** One of their own; this browser's goes by signing out. */
export async function endOwnSession(own: OwnAccount, id: string): Promise<void> {
  if (id === own.sessionId || !(await endSessionOf(own.userId, id))) return;
  const { requestId, ip } = await from();
  logSecurity("session-ended", { requestId, ip, actor: own.userId });
}

export async function endEverySession(): Promise<void> {
  const user = await currentUser();
  const { requestId, ip } = await from();
  // A business's provider ends what it began, not what its member did elsewhere.
  const sessions = user && !user.onlyIn ? await endSessionsOf(user.userId) : 0;
  await signOut();
  logSecurity("sign-out-everywhere", { requestId, ip, actor: user?.userId, sessions });
}

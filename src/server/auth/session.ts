// Who is asking, looked up once per request however often a page needs to know.
import { cache } from "react";
import { redirect } from "next/navigation";
import { endSessionsOf } from "@/db/directory/sessions.ts";
import { signedIn, signOut } from "./auth.ts";
import { logSecurity } from "../log.ts";
import { pageUnavailable } from "../trouble.ts";
import { from } from "../wire/request.ts";

export type { SignedIn } from "./auth.ts";

export const currentUser = cache(() => signedIn().catch(pageUnavailable));

/** For pages: whoever isn't signed in is sent to sign in, and comes back afterwards. */
export async function requireUser(backTo?: string) {
  const user = await currentUser();
  if (user) return user;
  redirect(backTo ? `/sign-in?to=${encodeURIComponent(backTo)}` : "/sign-in");
}

export async function endThisSession(): Promise<void> {
  const user = await currentUser();
  const { requestId, ip } = await from();
  await signOut();
  logSecurity("sign-out", { requestId, ip, actor: user?.userId });
}

export async function endEverySession(): Promise<void> {
  const user = await currentUser();
  const { requestId, ip } = await from();
  const sessions = user ? await endSessionsOf(user.userId) : 0;
  await signOut();
  logSecurity("sign-out-everywhere", { requestId, ip, actor: user?.userId, sessions });
}

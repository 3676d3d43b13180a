// The names and flags of our cookies: for this host only, unreadable by scripts, sent only over TLS where there is
// any. On plain http the port is part of the name, since browsers share cookies between the ports of one host.
import { env } from "@/env.ts";

export const secureCookies = (): boolean => env().APP_URL.startsWith("https:");

export function ourCookie(what: string) {
  const secure = secureCookies();
  const name = secure ? `__Host-onaccount.${what}` : `onaccount.${what}.${env().PORT}`;
  return { name, options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure } };
}

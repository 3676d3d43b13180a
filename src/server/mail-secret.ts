// The password of a business's mail server, sealed for that business, server and user alone.
import type { MailServer } from "@/domain/business/mail-server.ts";
import { tenantOf, type Actor } from "./actor.ts";
import { openSealed, seal } from "./sealed.ts";

type Login = Pick<MailServer, "host" | "port" | "security" | "username">;

export const forLogin = (actor: Actor, { host, port, security, username }: Login) => ({
  purpose: "mail server password" as const,
  boundTo: [tenantOf(actor), host, port, security, username],
});

export const sealPassword = (actor: Actor, login: Login, password: string): Buffer =>
  seal(forLogin(actor, login), password);

/** null for what was sealed with another key, or for something else. */
export const openPassword = (actor: Actor, login: Login, sealed: Uint8Array): string | null =>
  openSealed(forLogin(actor, login), sealed);

// The password of a business's mail server, sealed for the database: with a key that isn't there (AUTH_SECRET), and for that
// business, server and user alone. Whoever changes one of these in the database gets nothing that opens.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { MailServer } from "@/domain/business/mail-server.ts";
import { needed } from "@/env.ts";
import { tenantOf, type Actor } from "./actor.ts";

const NONCE = 12;
const TAG = 16;

const key = (): Buffer =>
  Buffer.from(hkdfSync("sha256", needed("AUTH_SECRET"), "", "onaccount mail server password", 32));

type Login = Pick<MailServer, "host" | "port" | "security" | "username">;

const boundTo = (actor: Actor, { host, port, security, username }: Login): Buffer =>
  Buffer.from(JSON.stringify([tenantOf(actor), host, port, security, username]));

export function sealPassword(actor: Actor, login: Login, password: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(boundTo(actor, login));
  const sealed = Buffer.concat([cipher.update(password, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** null for what was sealed with another key, or for something else. */
export function openPassword(actor: Actor, login: Login, sealed: Uint8Array): string | null {
  const all = Buffer.from(sealed);
  if (all.length < NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), all.subarray(0, NONCE))
      .setAAD(boundTo(actor, login))
      .setAuthTag(all.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(all.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

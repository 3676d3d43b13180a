// Secrets of a business, sealed for the database: with a key that isn't there (AUTH_SECRET), one for each purpose, and bound to what
// they are for. Whoever changes that in the database gets nothing that opens.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { needed } from "@/env.ts";

const NONCE = 12;
const TAG = 16;

export type SealFor = "mail server password" | "stripe key" | "code app";

const key = (purpose: SealFor): Buffer =>
  Buffer.from(hkdfSync("sha256", needed("AUTH_SECRET"), "", `onaccount ${purpose}`, 32));

/** `boundTo`: what it is for; sealed for something else, it doesn't open. */
type Bound = { purpose: SealFor; boundTo: readonly unknown[] };

const aad = ({ boundTo }: Bound): Buffer => Buffer.from(JSON.stringify(boundTo));

export function seal(bound: Bound, secret: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key(bound.purpose), nonce).setAAD(aad(bound));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** null for what was sealed with another key, or for something else. */
export function openSealed(bound: Bound, sealed: Uint8Array): string | null {
  const all = Buffer.from(sealed);
  if (all.length < NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(bound.purpose), all.subarray(0, NONCE))
      .setAAD(aad(bound))
      .setAuthTag(all.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(all.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

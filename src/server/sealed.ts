// Secrets of a business, sealed for the database: with a key that isn't there (`secrets`), one for each purpose, and bound to what
// they are for. Whoever changes that in the database gets nothing that opens.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { allSecrets, keyFor, newestSecret } from "./secrets.ts";

const NONCE = 12;
const TAG = 16;

/** Each has its place in `sealed-places`, so that what it seals is sealed anew when the secret is changed. */
export type SealFor =
  | "mail server password"
  | "stripe key"
  | "code app"
  | "sign-in client"
  | "webhook secret";

/** `boundTo`: what it is for; sealed for something else, it doesn't open. */
export type Bound = { purpose: SealFor; boundTo: readonly unknown[] };

const aad = ({ boundTo }: Bound): Buffer => Buffer.from(JSON.stringify(boundTo));

export function seal(bound: Bound, secret: string): Buffer {
  const nonce = randomBytes(NONCE);
  const key = keyFor(bound.purpose, newestSecret());
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(aad(bound));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** null for what was sealed with a key that is gone, or for something else. */
export function openSealed(bound: Bound, sealed: Uint8Array): string | null {
  for (const secret of allSecrets()) {
    const opened = openWith(secret, bound, sealed);
    if (opened !== null) return opened;
  }
  return null;
}

export type Resealed = "newest" | "unknown" | { anew: Buffer };

/** With the newest secret: that it is already, that no secret of ours opens it, or what it is now. */
export function reseal(bound: Bound, sealed: Uint8Array): Resealed {
  if (openWith(newestSecret(), bound, sealed) !== null) return "newest";
  const opened = openSealed(bound, sealed);
  return opened === null ? "unknown" : { anew: seal(bound, opened) };
}

function openWith(secret: string, bound: Bound, sealed: Uint8Array): string | null {
  const all = Buffer.from(sealed);
  if (all.length < NONCE + TAG) return null;
  try {
    const key = keyFor(bound.purpose, secret);
    const decipher = createDecipheriv("aes-256-gcm", key, all.subarray(0, NONCE))
      .setAAD(aad(bound))
      .setAuthTag(all.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(all.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

// What a mail carries so that we know it when it comes back: a tag in the address that it comes back to (VERP), by the link in it,
// and its Message-ID, by the mail itself. Both are sealed with a key of ours: nobody makes one up, and what is no such thing
// is nobody's mail.
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/env.ts";
import { tenantOf, type Actor } from "./actor.ts";
import { allSecrets, keyFor, newestSecret } from "./secrets.ts";

const SEAL = 8;
const ID = 16;
/** Small letters and digits: mail servers change capitals in the part before the @. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

const seal = (secret: string, purpose: string, of: Uint8Array): Buffer =>
  createHmac("sha256", keyFor(purpose, secret)).update(of).digest().subarray(0, SEAL);

function sealed(purpose: string, ids: readonly string[]): string {
  const plain = Buffer.concat(ids.map((each) => Buffer.from(each.replaceAll("-", ""), "hex")));
  return lettersOf(Buffer.concat([plain, seal(newestSecret(), purpose, plain)]));
}

function opened(purpose: string, text: string, count: number): string[] | null {
  const all = bytesOf(text.toLowerCase());
  const plain = all.subarray(0, count * ID);
  if (all.length !== count * ID + SEAL) return null;
  const given = all.subarray(count * ID);
  if (!allSecrets().some((secret) => timingSafeEqual(seal(secret, purpose, plain), given))) return null;
  return Array.from({ length: count }, (_, at) => uuidOf(plain.subarray(at * ID, (at + 1) * ID)));
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

function lettersOf(bytes: Buffer): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) text += LETTERS[(held >> (bits - 5)) & 31] ?? "";
  }
  return bits > 0 ? text + (LETTERS[(held << (5 - bits)) & 31] ?? "") : text;
}

function bytesOf(text: string): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return Buffer.alloc(0);
    held = ((held << 5) | value) & 0xffff;
    for (bits += 5; bits >= 8; bits -= 8) bytes.push((held >> (bits - 8)) & 255);
  }
  return Buffer.from(bytes);
}

/** `tag` goes into the address that it comes back to; `messageId` is what stands before the @ of its Message-ID. */
export type MailTrace = {
  tag: string;
  messageId: string;
  /** Of a mail that comes by itself: where its reader asks for no more of them, with a press of their mail program. */
  stop?: string;
};

export const traceOf = (
  actor: Actor,
  { outboxId, comesByItself }: { outboxId: string; comesByItself: boolean },
  linkId: string,
): MailTrace => ({
  tag: sealed("bounce tag", [linkId]),
  messageId: sealed("message id", [tenantOf(actor), outboxId]),
  ...(comesByItself && {
    stop: `${env().APP_URL}/s/stop/${sealed("mail stop", [tenantOf(actor), outboxId])}/now`,
  }),
});

/** The mail that no more are asked for with; null for what isn't sealed by us. */
export function stopTarget(text: string): { tenant: string; outboxId: string } | null {
  const [tenant, outboxId] = opened("mail stop", text, 2) ?? [];
  return tenant !== undefined && outboxId !== undefined ? { tenant, outboxId } : null;
}

/** Whose mails a hook may tell of: one business's, or, of the system's own server, anybody's. */
export type HookScope = { tenant: string } | "system";

const SYSTEM = "00000000-0000-0000-0000-000000000000";

/** The address of a hook says whose it is, and nobody makes one up. */
export const hookKey = (scope: HookScope): string =>
  sealed("bounce hook", [scope === "system" ? SYSTEM : scope.tenant]);

/** null for what is no hook of ours. */
export function hookScope(text: string): HookScope | null {
  const [tenant] = opened("bounce hook", text, 1) ?? [];
  return tenant === undefined ? null : tenant === SYSTEM ? "system" : { tenant };
}

/** What was found of our mails in a text: by the links in them, and by themselves. */
export type Traces = { linkIds: string[]; mails: { tenant: string; outboxId: string }[] };

export function tracesIn(text: string): Traces {
  const linkIds = [...text.matchAll(/\+([a-z2-7]{39})@/gi)].flatMap(
    ([, tag = ""]) => opened("bounce tag", tag, 1) ?? [],
  );
  const mails = [...text.matchAll(/(?<![a-z2-7])([a-z2-7]{64})@/gi)].flatMap(([, id = ""]) => {
    const [tenant, outboxId] = opened("message id", id, 2) ?? [];
    return tenant !== undefined && outboxId !== undefined ? [{ tenant, outboxId }] : [];
  });
  return { linkIds: [...new Set(linkIds)], mails };
}

/** "bounces@x.example" → "bounces+TAG@x.example". */
export function tagged(address: string, tag: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`;
}

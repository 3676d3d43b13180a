// What a program shows to be let in: a key of 32 random bytes behind a mark that secret scanners can find. Kept as its hash.
import { resolveApiKey } from "@/db/directory/api-keys.ts";
import { keyActor, type KeyActor } from "../actor.ts";
import { looksLikeToken, newToken, tokenHash } from "./tokens.ts";

const MARK = "onaccount_";
/** Of the random part, so many letters are kept in clear, to tell one key from another. */
const SHOWN = 4;

export function newApiKey(): { key: string; beginsWith: string; keyHash: Buffer } {
  const key = `${MARK}${newToken()}`;
  return { key, beginsWith: key.slice(0, MARK.length + SHOWN), keyHash: tokenHash(key) };
}

/** Who asks by an Authorization header, as the directory says it now; null for everything that opens nothing. */
export async function keyFrom(header: string | null, requestId: string): Promise<KeyActor | null> {
  const key = /^bearer +(\S+) *$/i.exec(header ?? "")?.[1];
  if (!key?.startsWith(MARK) || !looksLikeToken(key.slice(MARK.length))) return null;
  const live = await resolveApiKey(tokenHash(key));
  return live && keyActor(live, requestId);
}

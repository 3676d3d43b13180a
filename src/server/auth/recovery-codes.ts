// Ten codes for who lost the app: 80 random bits each, so that a plain hash of one can't be undone, and no guess hits one.
import { createHash, randomBytes } from "node:crypto";
import { present } from "@/domain/assert.ts";

const HOW_MANY = 10;
const LENGTH = 16;
/** 32 signs without those that are taken for others. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz023456789";

/** "abcd-efgh-jkmn-pqrs" */
export const newRecoveryCodes = (): string[] => Array.from({ length: HOW_MANY }, newCode);

function newCode(): string {
  const signs = [...randomBytes(32)]
    .slice(0, LENGTH)
    .map((byte) => SIGNS[byte % SIGNS.length])
    .join("");
  return (signs.match(/.{4}/g) ?? []).join("-");
}

export const codeHashes = (userId: string, codes: readonly string[]): Buffer[] =>
  codes.map((code) => present(recoveryCodeHash(userId, code), "it is as long as one"));

/** However it was typed; null for what can be none. */
export function recoveryCodeHash(userId: string, typed: string): Buffer | null {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  if (plain.length !== LENGTH) return null;
  return createHash("sha256").update(`${userId}:${plain}`).digest();
}

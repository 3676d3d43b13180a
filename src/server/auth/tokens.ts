// Secrets that open something: 32 random bytes, shown once, kept only as their hash.
import { createHash, randomBytes } from "node:crypto";

export const newToken = (): string => randomBytes(32).toString("base64url");
export const looksLikeToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

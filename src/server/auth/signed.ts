// What we gave to a browser and take back from it: signed, so that it is ours and for what it was made.
import { createHmac, timingSafeEqual } from "node:crypto";
import { needed } from "@/env.ts";

/** `what` keeps one use apart from another. 43 signs. */
export const signed = (what: string, text: string): string =>
  createHmac("sha256", needed("AUTH_SECRET")).update(`${what}:${text}`).digest("base64url");

export function isSigned(what: string, text: string, signature: string): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(what, text))];
  return given.length === right.length && timingSafeEqual(given, right);
}

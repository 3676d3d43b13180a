// What we gave to a browser and take back from it: signed, so that it is ours and for what it was made.
import { createHmac, timingSafeEqual } from "node:crypto";
import { allSecrets, newestSecret } from "../secrets.ts";

const signedBy = (secret: string, what: string, text: string): string =>
  createHmac("sha256", secret).update(`${what}:${text}`).digest("base64url");

/** `what` keeps one use apart from another. 43 signs. */
export const signed = (what: string, text: string): string => signedBy(newestSecret(), what, text);

/** What `signed` gave at any time whose secret is still kept. */
export const everSigned = (what: string, text: string): string[] =>
  allSecrets().map((secret) => signedBy(secret, what, text));

export function isSigned(what: string, text: string, signature: string): boolean {
  const given = Buffer.from(signature);
  return everSigned(what, text).some((each) => {
    const right = Buffer.from(each);
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

// The forms of a link's pages work without a script and without a session. What each carries is a key that we signed for this
// link when the page was drawn: a form from elsewhere has none, one that is sent twice is carried out once, and one of another
// link, or of a page that lay open for a day, is refused.
import { randomBytes } from "node:crypto";
import { env } from "@/env.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isSigned, signed } from "./auth/signed.ts";
import { now } from "./clock.ts";
import { logSecurity } from "./log.ts";
import type { From } from "./wire/request.ts";

const HOURS_24_MS = 24 * 60 * 60 * 1000;

/** `id.time.signature` */
export function newFormKey(linkId: string): string {
  const text = `${randomBytes(12).toString("base64url")}.${now().getTime().toString(36)}`;
  return `${text}.${signed("link-form", `${linkId}.${text}`)}`;
}

/** The key of the command; refuses what isn't ours with "not-allowed", and what is too old with "form-too-old". */
export function commandKeyOf(linkId: string, formKey: string): string {
  const [, text, id, time, signature] = /^(([\w-]{16})\.([a-z\d]{1,12}))\.([\w-]{43})$/.exec(formKey) ?? [];
  if (text === undefined || id === undefined || time === undefined || signature === undefined)
    throw new Refusal("not-allowed");
  if (!isSigned("link-form", `${linkId}.${text}`, signature)) throw new Refusal("not-allowed");
  if (now().getTime() - Number.parseInt(time, 36) > HOURS_24_MS) throw new Refusal("form-too-old");
  return `link:${linkId}:${id}`;
}

/** The answer to a form that another site sent; null for one that may be ours. */
export function formFault(request: Request, { requestId, ip }: From): Response | null {
  if (mayBeOurs(request.headers)) return null;
  logSecurity("origin-refused", { requestId, ip });
  return new Response("Refused.", { status: 403, headers: { "cache-control": "private, no-store" } });
}

/** Our pages send no referrer, and so the browser no origin; it says by itself which site a form is from. */
function mayBeOurs(headers: Headers): boolean {
  const [site, origin] = [headers.get("sec-fetch-site"), headers.get("origin")];
  if (site !== null) return site === "same-origin";
  return origin === null || origin === "null" || origin === env().APP_URL;
}

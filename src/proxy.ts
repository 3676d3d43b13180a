// Stamps every page and answer with its headers and every request with the nonce that the page's scripts carry.
// Nothing is authorised here: each procedure asks for itself (faults D30).
import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/env.ts";
import { checkoutOrigin } from "@/server/online/checkout-origin.ts";
import { contentSecurityPolicy, NONCE, securityHeaders } from "@/server/wire/headers.ts";

export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(18).toString("base64");
  const csp = contentSecurityPolicy(nonce, env().NODE_ENV === "development");
  const inward = new Headers(request.headers);
  inward.set(NONCE, nonce);
  inward.set("content-security-policy", csp);

  const response = NextResponse.next({ request: { headers: inward } });
  const https = env().APP_URL.startsWith("https:");
  const outward = securityHeaders({ path: request.nextUrl.pathname, https, csp, checkout: checkoutOrigin() });
  for (const [name, value] of Object.entries(outward)) response.headers.set(name, value);
  return response;
}

/**
 * A file to be imported goes by, a person's or a program's: in front of it all of its hundred megabytes would be held. Its
 * door stamps itself.
 */
export const config = { matcher: ["/((?!_next/static/|[^/]+/import/files$|api/v1/imports$).*)"] };

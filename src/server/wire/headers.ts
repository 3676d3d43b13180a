// The headers that every page and answer carries. Only scripts and styles that we stamped for this one request
// run; nothing is cached by anyone in between; nobody frames us; a statement link tells no one where it led.

export const NONCE = "x-nonce";
/** Set by us on what comes in (wire.ts), whatever was sent under these names. */
export const REQUEST_ID = "x-request-id";
export const CLIENT_ADDRESS = "x-client-address";

export function contentSecurityPolicy(nonce: string, developing: boolean): string {
  // Development needs eval for React's stack traces and a socket for hot reload.
  const scripts = `'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`;
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    // The development overlay writes styles of its own, without our nonce.
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // React writes style={{…}} as an attribute; an attribute can't fetch, import or select.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${developing ? " ws:" : ""}`,
    // Of the page that verifies statements without the internet.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The pages that a statement link opens; not the PDFs behind it. */
export const isStatementLink = (path: string): boolean =>
  /^\/+s\/+[^/]+(?:\/+account|\/+(?:invoices|payments)\/+[^/]+)?\/*$/.test(path);

/**
 * Of a statement link: nothing runs, nothing is asked for but its styles and its typeface; its forms are sent to us, and the one to
 * pay leads on to `checkout`.
 */
export const scriptless = (checkout: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    `form-action 'self' ${checkout}`,
    "frame-ancestors 'none'",
  ].join("; ");

/** What every answer carries, down to the last picture. */
export function alwaysHeaders(https: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(https ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** Of a file that somebody brought: should a browser ever show it, it is nobody's page and runs nothing. */
export const SEALED = "sandbox; default-src 'none'";

const isSomebodysFile = (path: string): boolean => /^\/+[^/]+\/+attachments\/+[^/]+/.test(path);

/** `checkout`: the origin of the page where it is paid. */
type Facts = { path: string; https: boolean; csp: string; checkout: string };

function policyOf({ path, csp, checkout }: Facts): string {
  if (isSomebodysFile(path)) return SEALED;
  return isStatementLink(path) ? scriptless(checkout) : csp;
}

/** A path that carries, or leads with, a token: a statement link, a mailed link, a hook for bounces, or a provider's way back. */
const SECRET_ADDRESS =
  /^\/+(s|apply|api\/mail\/bounces|invitation|sign-in\/(link|new-password\/link|business\/back)|sign-up\/link|account\/email\/link)(\/|$)/;

export function securityHeaders(facts: Facts): Record<string, string> {
  const { path, https } = facts;
  const secret = SECRET_ADDRESS.test(path);
  return {
    ...alwaysHeaders(https),
    "content-security-policy": policyOf(facts),
    "cache-control": "private, no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "referrer-policy": secret ? "no-referrer" : "strict-origin-when-cross-origin",
    ...(secret ? { "x-robots-tag": "noindex, nofollow, noarchive" } : {}),
  };
}

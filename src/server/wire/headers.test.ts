// What every answer carries (faults E28, E29).
import { expect, test } from "vitest";
import { contentSecurityPolicy, isStatementLink, securityHeaders } from "./headers.ts";

const csp = contentSecurityPolicy("abc", false);
const checkout = "https://checkout.stripe.example";

test("scripts and styles run by nonce alone; nothing frames, embeds or rebases us", () => {
  expect(csp).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(csp).toContain("style-src 'self' 'nonce-abc';");
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
    expect(csp.split("; ")).toContain(rule);
  expect(csp).not.toContain("unsafe-eval");
});

test.each([
  "/s/abc",
  "/s",
  "//s/abc",
  "/apply/hillside/abc",
  "/api/mail/bounces/abc",
  "/sign-in/link",
  "/sign-in/new-password/link",
  "/sign-up/link",
  "/invitation",
  "/account/email/link",
  "/sign-in/business/back",
])("%s tells nobody where it led", (path) => {
  const headers = securityHeaders({ path, https: true, csp, checkout });
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-robots-tag"]).toContain("noindex");
});

test.each(["/", "/hillside/customers", "/api/trpc/hillside/x", "/sales"])("%s is never cached", (path) => {
  const headers = securityHeaders({ path, https: false, csp, checkout });
  expect(headers).toMatchObject({
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
  });
  expect(headers).not.toHaveProperty("strict-transport-security");
});

test("over TLS, TLS it stays", () => {
  for (const path of ["/", "/s/abc", "/hillside/attachments/0123", "/api/v1/customers"])
    expect(securityHeaders({ path, https: true, csp, checkout })["strict-transport-security"]).toBe(
      "max-age=63072000; includeSubDomains",
    );
});

test("a file that somebody brought is sealed, and the page that lists files isn't", () => {
  const policy = (path: string) =>
    securityHeaders({ path, https: true, csp, checkout })["content-security-policy"];
  expect(policy("/hillside/attachments/0123")).toBe("sandbox; default-src 'none'");
  expect(policy("//hillside//attachments/0123")).toBe("sandbox; default-src 'none'");
  for (const path of ["/hillside/attachments", "/hillside/customers/1/attachments", "/hillside/receipts/1"])
    expect(policy(path)).toBe(csp);
});

test("a statement link runs no script, and what lies beside it keeps its policy", () => {
  const policy = (path: string) =>
    securityHeaders({ path, https: true, csp, checkout })["content-security-policy"];
  for (const path of [
    "/s/abc",
    "//s//abc",
    "/s/abc/",
    "/s/abc/account",
    "/s/abc//invoices/0123/",
    "/s/abc/payments/0123",
  ]) {
    expect(isStatementLink(path), path).toBe(true);
    expect(policy(path)).toContain("default-src 'none'");
    expect(policy(path)).not.toContain("script-src");
    expect(policy(path)).toContain(`form-action 'self' ${checkout};`);
  }
  for (const path of [
    "/s",
    "/s/abc/pdf",
    "/s/abc/invoices/0123/pdf",
    "/sales/abc",
    "/hillside/s/abc",
    "/_next/static/s/x.js",
  ]) {
    expect(isStatementLink(path), path).toBe(false);
    expect(policy(path)).toBe(csp);
  }
});

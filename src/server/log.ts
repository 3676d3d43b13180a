// The log: one JSON line per happening, with the request's id. Nothing that opens a door is ever written:
// not a cookie, not a password, not a token, and of a link only that it was one.
import { pino, type Logger } from "pino";
import { env } from "@/env.ts";
import { logDestination } from "./log-destination.ts";
import { safeError } from "./log-safely.ts";

const SECRET = ["password", "token", "secret", "cookie", "authorization", "passwordHash", "sessionToken"];

let logger: Logger | undefined;

export function log(): Logger {
  logger ??= makeLog();
  return logger;
}

export function makeLog(to?: { write(line: string): void }): Logger {
  const options = {
    level: env().LOG_LEVEL,
    base: { app: "onaccount" },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: (error: unknown) => safeError(error) },
    redact: { paths: SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: "…" },
  };
  if (to) return pino(options, to);
  const made: Logger = pino(
    options,
    logDestination((lost) => made.error({ lost }, "lines of the log were lost")),
  );
  return made;
}

export type SecurityEvent =
  | "sign-in"
  | "sign-in-first-step"
  | "sign-in-failed"
  | "sign-in-limited"
  | "sign-in-link-sent"
  | "sign-up-asked"
  | "sign-up"
  | "joined"
  | "business-closed"
  | "business-reopened"
  | "business-removed"
  | "password-changed"
  | "new-password-link-sent"
  | "second-factor-on"
  | "second-factor-off"
  | "second-factor-failed"
  | "recovery-codes-renewed"
  | "passkey-added"
  | "passkey-removed"
  | "email-change-asked"
  | "email-changed"
  | "session-ended"
  | "name-changed"
  | "sign-out"
  | "sign-out-everywhere"
  | "denied"
  | "key-refused"
  | "limited"
  | "origin-refused"
  | "link-opened"
  | "link-answered"
  | "applied"
  | "link-fresh"
  | "mails-stopped"
  | "override-answered"
  | "link-check-passed"
  | "link-check-failed"
  | "link-refused"
  | "webhook-refused"
  | "changed"
  | "exported";

export type SecurityFacts = {
  requestId?: string | undefined;
  ip?: string | undefined;
  tenant?: string | undefined;
  actor?: string | undefined;
  [detail: string]: unknown;
};

/** What an auditor asks for later: who tried what, from where, and whether it was let through. */
export function logSecurity(event: SecurityEvent, facts: SecurityFacts): void {
  const quiet =
    event === "sign-in" ||
    event === "sign-in-first-step" ||
    event === "sign-out" ||
    event === "link-opened" ||
    event === "link-answered" ||
    event === "applied" ||
    event === "sign-up" ||
    event === "changed" ||
    event === "exported";
  log()[quiet ? "info" : "warn"]({ security: event, ...facts }, event);
}

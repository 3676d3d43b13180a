// A door over HTTP for what isn't a procedure: files that come and go. From our own pages only, by members alone, by a
// permission, and with errors worded like a procedure's, so that a page reads both alike.
import type { Permission } from "@/domain/permission.ts";
import { REFUSALS, Refusal, type RefusalCode } from "@/domain/refusal.ts";
import { may, memberActor, tenantOf, type Insider, type MemberActor } from "../actor.ts";
import type { SignedIn } from "../auth/session.ts";
import { log, logSecurity } from "../log.ts";
import { troubleIn } from "../trouble.ts";
import { isFromUs } from "./origin.ts";
import { fromHeaders, type From } from "./request.ts";
import { retryAfter } from "./retry-after.ts";

export type Caller = { user: () => Promise<SignedIn | null>; org: string };

/** A change: answers with what the work comes to, as JSON. */
export async function answered(
  request: Request,
  { user, org }: Caller,
  work: (member: MemberActor, from: From) => Promise<unknown>,
): Promise<Response> {
  const from = fromHeaders(request.headers);
  if (!isFromUs(request)) {
    logSecurity("origin-refused", { requestId: from.requestId, ip: from.ip });
    return said(403, { message: "Refused.", data: null });
  }
  try {
    return said(200, await work(await memberOf(user, org, from), from));
  } catch (error) {
    return refusedAnswer(error, from);
  }
}

/** A stranger is told what a business that isn't there would tell. */
export async function memberOf(asked: Caller["user"], org: string, from: From): Promise<MemberActor> {
  const user = await asked();
  if (!user) throw new SignedOut();
  const member = await memberActor(user, org, from.requestId);
  if (!member) throw new Refusal("not-found");
  return { ...member, ip: from.ip, agent: from.userAgent };
}

class SignedOut extends Error {}

/** `path` is what the log calls the door. */
export function mustBeAllowed(
  member: Insider,
  permission: Permission,
  { from: { requestId, ip }, path }: { from: From; path: string },
): void {
  if (may(member, permission)) return;
  logSecurity("denied", {
    requestId,
    ip,
    tenant: tenantOf(member),
    actor: member.userId ?? member.subject,
    path,
  });
  throw new Refusal("not-allowed", { permission });
}

const STATUS: Partial<Record<RefusalCode, number>> = {
  "not-found": 404,
  crowded: 429,
  "not-allowed": 403,
  "second-factor-needed": 403,
  "file-too-large": 413,
  "import-too-large": 413,
  "files-full": 413,
  "file-kind": 415,
  "key-reused": 409,
  busy: 409,
};

/** Worded like a procedure's, so that a page reads both alike. */
export function refusedAnswer(error: unknown, { requestId }: From): Response {
  if (error instanceof SignedOut)
    return said(401, {
      message: "You are signed out. Sign in again.",
      data: { refusal: null, fields: null },
    });
  if (error instanceof Refusal) {
    const refusal = { code: error.code, details: error.details };
    const body = { message: REFUSALS[error.code], data: { refusal, fields: null } };
    return said(STATUS[error.code] ?? 422, body, retryAfter([{ cause: error }]));
  }
  const trouble = troubleIn(error);
  if (trouble)
    return said(503, {
      message: trouble.message,
      data: { refusal: null, fields: null, trouble: trouble.kind },
    });
  log().error({ err: error, requestId }, "a file failed");
  const message = `Something went wrong on our side. Nothing was changed. Reference: ${requestId}.`;
  return said(500, { message, data: { refusal: null, fields: null } });
}

const said = (status: number, body: unknown, more: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store", ...more } });

// Attaching a file, taking one away, and handing one out, over HTTP: the bytes as they are, from our own pages only, by
// the permission that the thing they hang on asks for.
import { createHash } from "node:crypto";
import { z } from "zod";
import {
  attachFile,
  readAttachmentFile,
  readAttachmentSubject,
  removeAttachment,
} from "@/books/business/attachments.ts";
import { changeBooks, readBooks, type Books } from "@/books/open.ts";
import {
  ATTACHED_TO,
  ATTACHMENT_TYPES,
  LARGEST_ATTACHMENT,
  type AttachedTo,
} from "@/domain/business/attachment.ts";
import { mayDo, type Permission } from "@/domain/permission.ts";
import { REFUSALS, Refusal, type RefusalCode } from "@/domain/refusal.ts";
import { memberActor, tenantOf, type MemberActor } from "./actor.ts";
import { isStorable } from "./wire/storable-text.ts";
import { SEALED } from "./wire/headers.ts";
import { log, logSecurity } from "./log.ts";
import { namedFile } from "./wire/named-file.ts";
import { isFromUs } from "./wire/origin.ts";
import { fromHeaders, type From } from "./wire/request.ts";
import type { SignedIn } from "./auth/session.ts";
import { CommandKey } from "./trpc.ts";
import { troubleIn } from "./trouble.ts";
import { withinLimit } from "./wire/within-limit.ts";

const Asked = z.object({
  kind: z.enum(Object.keys(ATTACHED_TO) as AttachedTo[]),
  id: z.uuid(),
  name: z.string().max(500).refine(isStorable),
  key: CommandKey,
});

type Caller = { user: () => Promise<SignedIn | null>; org: string };

/** `?kind=receipt&id=…&name=…&key=…`, the body is the file. */
export function answerAttach(request: Request, caller: Caller): Promise<Response> {
  return answered(request, caller, async (member, from) => {
    const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
    if (!ATTACHMENT_TYPES.some((each) => each === type)) throw new Refusal("file-kind");
    const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new Refusal("not-found");
    const { kind, id, name, key } = asked.data;
    mustBeAllowed(member, ATTACHED_TO[kind], from);
    const sized = await withinLimit(request, LARGEST_ATTACHMENT);
    if (!sized) throw new Refusal("file-too-large");
    const content = new Uint8Array(await sized.arrayBuffer());
    const input = { kind, id, name, sha256: createHash("sha256").update(content).digest("hex") };
    const command = { key: `${member.subject}:${key}`, procedure: "attachments.attach", input };
    return changeBooks(member, command, (books) => attachFile(books, { kind, id, name, content }));
  });
}

export function answerRemoveAttachment(
  request: Request,
  caller: Caller,
  attachmentId: string,
): Promise<Response> {
  return answered(request, caller, async (member, from) => {
    const { kind } = await readBooks(member, (books) => readAttachmentSubject(books, attachmentId));
    mustBeAllowed(member, ATTACHED_TO[kind], from);
    const key = `${member.subject}:remove-attachment:${attachmentId}`;
    const command = { key, procedure: "attachments.remove", input: { attachmentId } };
    return changeBooks(member, command, (books: Books) => removeAttachment(books, attachmentId));
  });
}

/** Never shown as a page of ours: it is saved, by the kind that it is, and runs nothing. */
export async function answerAttachmentFile(
  request: Request,
  { user, org }: Caller,
  attachmentId: string,
): Promise<Response> {
  const from = fromHeaders(request.headers);
  try {
    const member = await memberOf(user, org, from);
    mustBeAllowed(member, "account:read", from);
    const file = await readBooks(member, (books) => readAttachmentFile(books, attachmentId));
    return new Response(new Uint8Array(file.content), {
      headers: {
        "content-type": file.mediaType,
        "content-disposition": namedFile("attachment", file.name),
        "content-security-policy": SEALED,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return refusedAnswer(error, from);
  }
}

async function answered(
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
async function memberOf(asked: Caller["user"], org: string, from: From): Promise<MemberActor> {
  const user = await asked();
  if (!user) throw new SignedOut();
  const member = await memberActor({ userId: user.userId, name: user.name }, org, from.requestId);
  if (!member) throw new Refusal("not-found");
  return member;
}

class SignedOut extends Error {}

function mustBeAllowed(member: MemberActor, permission: Permission, { requestId, ip }: From): void {
  if (mayDo(member.role, permission)) return;
  logSecurity("denied", {
    requestId,
    ip,
    tenant: tenantOf(member),
    actor: member.userId,
    path: "attachments",
  });
  throw new Refusal("not-allowed", { permission });
}

const STATUS: Partial<Record<RefusalCode, number>> = {
  "not-found": 404,
  "not-allowed": 403,
  "file-too-large": 413,
  "file-kind": 415,
  "key-reused": 409,
  busy: 409,
};

/** Worded like a procedure's, so that a page reads both alike. */
function refusedAnswer(error: unknown, { requestId }: From): Response {
  if (error instanceof SignedOut)
    return said(401, {
      message: "You are signed out. Sign in again.",
      data: { refusal: null, fields: null },
    });
  if (error instanceof Refusal) {
    const refusal = { code: error.code, details: error.details };
    return said(STATUS[error.code] ?? 422, {
      message: REFUSALS[error.code],
      data: { refusal, fields: null },
    });
  }
  const trouble = troubleIn(error);
  if (trouble)
    return said(503, {
      message: trouble.message,
      data: { refusal: null, fields: null, trouble: trouble.kind },
    });
  log().error({ err: error, requestId }, "attachment failed");
  const message = `Something went wrong on our side. Nothing was changed. Reference: ${requestId}.`;
  return said(500, { message, data: { refusal: null, fields: null } });
}

const said = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store" } });

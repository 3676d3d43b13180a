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
  maySeeFiles,
  type AttachedTo,
} from "@/domain/business/attachment.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isStorable } from "./wire/storable-text.ts";
import { answered, memberOf, mustBeAllowed, refusedAnswer, type Caller } from "./wire/file-door.ts";
import { fromHeaders } from "./wire/request.ts";
import { savedFile } from "./wire/saved-file.ts";
import { CommandKey } from "./trpc.ts";
import { withinLimit } from "./wire/within-limit.ts";

const Asked = z.object({
  kind: z.enum(Object.keys(ATTACHED_TO) as AttachedTo[]),
  id: z.uuid(),
  name: z.string().max(500).refine(isStorable),
  key: CommandKey,
});

/** `?kind=receipt&id=…&name=…&key=…`, the body is the file. */
export function answerAttach(request: Request, caller: Caller): Promise<Response> {
  return answered(request, caller, async (member, from) => {
    const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
    if (!ATTACHMENT_TYPES.some((each) => each === type)) throw new Refusal("file-kind");
    const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new Refusal("not-found");
    const { kind, id, name, key } = asked.data;
    mustBeAllowed(member, ATTACHED_TO[kind], { from, path: "attachments" });
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
    mustBeAllowed(member, ATTACHED_TO[kind], { from, path: "attachments" });
    const key = `${member.subject}:remove-attachment:${attachmentId}`;
    const command = { key, procedure: "attachments.remove", input: { attachmentId } };
    return changeBooks(member, command, (books: Books) => removeAttachment(books, attachmentId));
  });
}

export async function answerAttachmentFile(
  request: Request,
  { user, org }: Caller,
  attachmentId: string,
): Promise<Response> {
  const from = fromHeaders(request.headers);
  try {
    const member = await memberOf(user, org, from);
    mustBeAllowed(member, "account:read", { from, path: "attachments" });
    const [{ kind }, file] = await readBooks(member, (books) =>
      Promise.all([readAttachmentSubject(books, attachmentId), readAttachmentFile(books, attachmentId)]),
    );
    mustBeAllowed(member, maySeeFiles(kind), { from, path: "attachments" });
    return savedFile(file);
  } catch (error) {
    return refusedAnswer(error, from);
  }
}

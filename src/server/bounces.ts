// Mails that came back: told by a mail server as a report (RFC 3464), or by a mail service as JSON. Whose mail it is stands sealed in
// the address that it came back to and in its Message-ID; a report without one of ours is nobody's, and changes nothing.
import { randomUUID } from "node:crypto";
import PostalMime, { type Email } from "postal-mime";
import { changeBooks, readBooks } from "@/books/open.ts";
import { findMail, noteReturned } from "@/books/statements/bounces.ts";
import { businessOfLink } from "@/db/directory/statement-links.ts";
import { readToldBounces } from "@/domain/statements/bounce-hooks.ts";
import { readDeliveryStatus, returnedOf, type Returned } from "@/domain/statements/bounce.ts";
import { Refusal } from "@/domain/refusal.ts";
import { systemActor } from "./actor.ts";
import { limitBounces } from "./auth/limits.ts";
import { log } from "./log.ts";
import { hookScope, tracesIn, type HookScope, type Traces } from "./mail-trace.ts";
import { refusedAnswer } from "./wire/file-door.ts";
import { fromHeaders } from "./wire/request.ts";
import { withinLimit } from "./wire/within-limit.ts";

/** Of a report, as much as is read: what it is about stands in front, and the mail itself comes back behind it. */
export const READ_OF_REPORT = 512 * 1024;

/** JSON that was cut says nothing: all of a batch is read, or none. */
const LARGEST_BATCH = 2 * 1024 * 1024;

/** `POST`: the answer says how many were news, and nothing about whose mails there are. */
export async function answerBounce(request: Request, secret: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  try {
    await limitBounces(from.ip);
    const scope = hookScope(secret);
    if (scope === null) throw new Refusal("not-found");
    const isJson = /^application\/(?:[\w.]+\+)?json\b/i.test(request.headers.get("content-type") ?? "");
    if (!isJson) return told(await noteReport(scope, await startOf(request)));
    const sized = await withinLimit(request, LARGEST_BATCH);
    if (!sized) return new Response(null, { status: 413, headers: UNKEPT });
    return told(await noteTold(scope, await sized.text()));
  } catch (error) {
    return refusedAnswer(error, from);
  }
}

const UNKEPT = { "cache-control": "no-store" };
const told = (noted: number): Response => Response.json({ noted }, { headers: UNKEPT });

async function startOf(request: Request): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (request.body)
    for await (const part of request.body) {
      parts.push(part);
      size += part.byteLength;
      if (size >= READ_OF_REPORT) break;
    }
  return Buffer.concat(parts).subarray(0, READ_OF_REPORT);
}

/** How many were news. */
async function noteTold(scope: HookScope, body: string): Promise<number> {
  let noted = 0;
  for (const { messageId, recipient, bounce } of readToldBounces(jsonOf(body))) {
    const returnedFor = (address: string): Returned | null =>
      address.toLowerCase() === recipient.trim().toLowerCase() ? { outcome: "bounced", bounce } : null;
    if (await noteTraced(scope, tracesIn(messageId), returnedFor)) noted += 1;
  }
  return noted;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** A whole mail as it came: 1 where it says something new of a mail of ours, else 0. */
export async function noteReport(scope: HookScope, raw: Uint8Array): Promise<number> {
  const mail = await PostalMime.parse(raw.subarray(0, READ_OF_REPORT), {
    forceRfc822Attachments: true,
    attachmentEncoding: "utf8",
    maxNestingDepth: 10,
  }).catch(() => null);
  if (mail === null) return 0;
  const parts = mail.attachments.flatMap(({ mimeType, content }) =>
    typeof content === "string" ? [{ mimeType: mimeType.toLowerCase(), content }] : [],
  );
  const report = parts
    .filter(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType))
    .flatMap(({ content }) => readDeliveryStatus(content));
  if (report.length === 0) return 0;
  // What came back lies behind it, as a whole or as its head.
  const returned = parts
    .filter(({ mimeType }) => /^(?:message\/rfc822|message\/global|text\/rfc822-headers)/.test(mimeType))
    .map(({ content }) => content.split(/\r?\n\r?\n/, 1)[0] ?? "");
  const traces = tracesIn([...addressedTo(mail), ...returned].join("\n"));
  return (await noteTraced(scope, traces, (address) => returnedOf(report, address))) ? 1 : 0;
}

const ADDRESSED = new Set(["to", "delivered-to", "x-original-to", "envelope-to"]);
const addressedTo = ({ headers }: Email): string[] =>
  headers.filter(({ key }) => ADDRESSED.has(key)).map(({ value }) => value);

async function noteTraced(
  scope: HookScope,
  { linkIds, mails }: Traces,
  returnedFor: (address: string) => Returned | null,
): Promise<boolean> {
  for (const { tenant, ...by } of [...mails, ...(await ofLinks(linkIds))])
    if (scope === "system" || scope.tenant === tenant)
      if (await noteMail(tenant, by, returnedFor)) return true;
  return false;
}

async function ofLinks(linkIds: readonly string[]): Promise<{ tenant: string; linkId: string }[]> {
  const found: { tenant: string; linkId: string }[] = [];
  for (const linkId of linkIds.slice(0, 5)) {
    const tenant = await businessOfLink(linkId);
    if (tenant !== null) found.push({ tenant, linkId });
  }
  return found;
}

async function noteMail(
  tenant: string,
  by: { outboxId: string } | { linkId: string },
  returnedFor: (address: string) => Returned | null,
): Promise<boolean> {
  const actor = await systemActor(tenant, `bounce-${randomUUID()}`);
  const mail = actor && (await readBooks(actor, (books) => findMail(books, by)));
  const returned = mail && returnedFor(mail.recipient);
  if (!actor || !mail || !returned) return false;
  const { outboxId } = mail;
  const command = {
    key: `bounce:${outboxId}:${actor.requestId}`,
    procedure: "mail.bounce",
    input: { outboxId, returned },
  };
  const { noted } = await changeBooks(actor, command, async (books) => ({
    noted: await noteReturned(books, outboxId, returned),
  }));
  if (noted) log().info({ tenant, outboxId, outcome: returned.outcome }, "mail came back");
  return noted;
}

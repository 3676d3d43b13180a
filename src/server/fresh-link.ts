// A fresh link instead of one that has expired: mailed to where the old one went and to nobody else. Whoever asks is told the
// same, at once, whether there ever was such a link or not; what is to be done is done when they have been answered.
import { changeBooks } from "@/books/open.ts";
import { queueMail, recipientOfLink } from "@/books/statements/outbox.ts";
import { expiredStatementLink } from "@/db/directory/statement-links.ts";
import { Refusal } from "@/domain/refusal.ts";
import { linkActor, tenantOf } from "./actor.ts";
import { limitFreshLink } from "./auth/limits.ts";
import { looksLikeToken, tokenHash } from "./auth/tokens.ts";
import { enqueueMail } from "./jobs/queue.ts";
import { inBackground } from "./later.ts";
import { logSecurity } from "./log.ts";
import { formFault } from "./link-form.ts";
import { newestStatement } from "./shared-paper.ts";
import { fromHeaders, type From } from "./wire/request.ts";

/** Leads back to the link's page, which says what happens next. */
export async function answerFreshLink(request: Request, token: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  const fault = formFault(request, from);
  if (fault) return fault;
  let said: Record<string, string> = { done: "fresh" };
  try {
    await limitFreshLink(from.ip, token);
    inBackground("a fresh link", () => mailFreshLink(token, from));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    said = { fault: error.code };
  }
  const location = `/s/${encodeURIComponent(token)}?${new URLSearchParams(said)}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}

/** At most one a day instead of the same link. Nothing for a link that never was, still opens, was withdrawn, or was in no mail. */
export async function mailFreshLink(token: string, from: From): Promise<void> {
  const target = looksLikeToken(token) ? await expiredStatementLink(tokenHash(token)) : null;
  const actor = target && (await linkActor(target, from.requestId, newestStatement));
  if (!target || !actor) return;
  const { linkId, paper } = actor;
  const day = actor.today;
  const command = { key: `link:${linkId}:fresh:${day}`, procedure: "link.fresh", input: { linkId, day } };
  await changeBooks(actor, command, async (books) => {
    const recipient = await recipientOfLink(books, linkId);
    if (recipient === null) return null;
    const cause = `fresh:${linkId}:${day}`;
    const mail = await queueMail(books, { paper, recipient, cause });
    if (mail.queued) await enqueueMail(books, actor, { outboxId: mail.outboxId, recipient });
    return null;
  });
  logSecurity("link-fresh", {
    requestId: from.requestId,
    ip: from.ip,
    tenant: tenantOf(actor),
    actor: actor.subject,
  });
}

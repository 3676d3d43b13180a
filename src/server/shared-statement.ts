// A statement behind a link: whoever holds the token sees that one statement and nothing else. Looking changes
// nothing; wrong, expired and withdrawn links answer alike.
import { readBooks, type Books } from "@/books/open.ts";
import { readStatement, type IssuedStatement } from "@/books/statements/statements.ts";
import {
  keepStatementLink,
  resolveStatementLink,
  revokeStatementLinks,
  statementLinksOf,
} from "@/db/directory/statement-links.ts";
import { Refusal } from "@/domain/refusal.ts";
import { env } from "@/env.ts";
import { linkActor, tenantOf, type LinkActor, type MemberActor, type SystemActor } from "./actor.ts";
import { limitLink } from "./auth/limits.ts";
import { logSecurity } from "./log.ts";
import type { From } from "./wire/request.ts";
import { looksLikeToken, newToken, tokenHash } from "./auth/tokens.ts";

/** How long a link opens its statement; a new statement doesn't prolong an old link. */
const LINK_DAYS = 30;

export type MadeLink = { linkId: string; url: string; expiresAt: string };

/** Makes a link, by itself or in the transaction `on`. Its address is returned this once; only its hash is kept. */
export async function shareStatement(
  actor: MemberActor | SystemActor,
  statementId: string,
  on?: Books["tx"],
): Promise<MadeLink> {
  const token = newToken();
  const link = { statementId, tokenHash: tokenHash(token), days: LINK_DAYS, createdBy: actor.userId };
  const kept = await keepStatementLink(actor, link, on);
  return { linkId: kept.id, url: `${env().APP_URL}/s/${token}`, expiresAt: kept.expiresAt };
}

/** How many live links were withdrawn. */
export const withdrawLinks = (books: Books, actor: MemberActor, statementId: string): Promise<number> =>
  revokeStatementLinks(actor, statementId, books.tx);

export const linksOf = (books: Books, actor: MemberActor, statementId: string) =>
  statementLinksOf(actor, statementId, books.tx);

export type Shared = { actor: LinkActor; issued: IssuedStatement };

/** What a token opens. Throws "link-gone" or "too-many". */
export async function openShared(token: string, from: From): Promise<Shared> {
  await limitLink(from.ip, token);
  const target = looksLikeToken(token) ? await resolveStatementLink(tokenHash(token)) : null;
  const actor = target && (await linkActor(target, from.requestId));
  if (!target || !actor) {
    logSecurity("link-refused", { requestId: from.requestId, ip: from.ip });
    throw new Refusal("link-gone");
  }
  logSecurity("link-opened", {
    requestId: from.requestId,
    ip: from.ip,
    tenant: tenantOf(actor),
    actor: actor.subject,
  });
  const issued = await readBooks(actor, (books) => readStatement(books, target.statementId));
  return { actor, issued };
}

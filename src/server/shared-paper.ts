// A paper behind a link: whoever holds the token sees that one statement, invoice or credit memo and nothing else. Looking changes
// nothing; wrong, expired and withdrawn links answer alike.
import { readCreditMemoPaper } from "@/books/invoices/read-credit-memo-paper.ts";
import { readInvoicePaper } from "@/books/invoices/read-invoice-paper.ts";
import { readBooks, type Books } from "@/books/open.ts";
import { readStatement, type IssuedStatement } from "@/books/statements/statements.ts";
import { newestStatementOf } from "@/books/statements/standing-links.ts";
import {
  keepStatementLink,
  resolveStatementLink,
  revokeLink,
  revokeStatementLinks,
  statementLinksOf,
} from "@/db/directory/statement-links.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { LinkedPaper } from "@/domain/statements/linked-paper.ts";
import type { MailedPaper } from "@/domain/statements/mailed-paper.ts";
import { env } from "@/env.ts";
import { linkActor, tenantOf, type LinkActor, type Insider, type SystemActor } from "./actor.ts";
import { limitLink } from "./auth/limits.ts";
import { mustHavePassed } from "./link-check.ts";
import { logSecurity } from "./log.ts";
import type { From } from "./wire/request.ts";
import { looksLikeToken, newToken, tokenHash } from "./auth/tokens.ts";

/** How long a link opens its paper; a new one doesn't prolong an old link. */
const LINK_DAYS = 30;

export type MadeLink = { linkId: string; url: string; expiresAt: string };

/** Makes a link, by itself or in the transaction `on`. Its address is returned this once; only its hash is kept. */
export async function sharePaper(
  actor: Insider | SystemActor,
  paper: MailedPaper,
  on?: Books["tx"],
): Promise<MadeLink> {
  return makeLink(actor, { opens: paper, days: LINK_DAYS }, on);
}

/** Makes a link that opens an account's newest statement until it is withdrawn. */
export const shareAccount = (actor: Insider, accountId: string, on: Books["tx"]): Promise<MadeLink> =>
  makeLink(actor, { opens: { kind: "account", id: accountId }, days: null }, on);

async function makeLink(
  actor: Insider | SystemActor,
  made: { opens: LinkedPaper; days: number | null },
  on?: Books["tx"],
): Promise<MadeLink> {
  const token = newToken();
  const link = { ...made, tokenHash: tokenHash(token), createdBy: actor.userId };
  const kept = await keepStatementLink(actor, link, on);
  return { linkId: kept.id, url: `${env().APP_URL}/s/${token}`, expiresAt: kept.expiresAt };
}

/** Ends one link, whatever it opens. */
export const withdrawLink = (actor: Insider, linkId: string, on: Books["tx"]): Promise<boolean> =>
  revokeLink(actor, linkId, on);

/** What a link that stands for an account opens. */
export const newestStatement = (system: SystemActor, accountId: string): Promise<string | null> =>
  readBooks(system, (books) => newestStatementOf(books, accountId));

/** How many live links were withdrawn. */
export const withdrawLinks = (books: Books, actor: Insider, paper: MailedPaper): Promise<number> =>
  revokeStatementLinks(actor, paper, books.tx);

export const linksOf = (books: Books, actor: Insider, paper: MailedPaper) =>
  statementLinksOf(actor, paper, books.tx);

export type Shared = { actor: LinkActor } & (
  | { kind: "statement"; issued: IssuedStatement }
  | { kind: "invoice"; invoice: InvoicePaper }
);

/** Who holds a token that opens. Throws "link-gone" or "too-many". */
export async function linkHolder(token: string, from: From): Promise<LinkActor> {
  const looked = looksLikeToken(token) ? resolveStatementLink(tokenHash(token)) : null;
  // Beside each other: who asks too often hears that, whatever was found.
  const [target] = await Promise.all([looked, limitLink(from.ip, token)]);
  const actor = target && (await linkActor(target, from.requestId, newestStatement));
  if (actor) return actor;
  logSecurity("link-refused", { requestId: from.requestId, ip: from.ip });
  throw new Refusal("link-gone");
}

/** What a token opens. Throws "link-gone" or "too-many", and "link-check" where the business asks something first. */
export async function openShared(token: string, from: From): Promise<Shared> {
  const actor = await linkHolder(token, from);
  const { kind, id } = actor.paper;
  const shared = await readBooks(actor, async (books): Promise<Shared> => {
    await mustHavePassed(books, actor, from);
    if (kind === "statement") return { actor, kind, issued: await readStatement(books, id) };
    return { actor, kind: "invoice", invoice: await readPaper(books, actor, actor.paper) };
  });
  logSecurity("link-opened", {
    requestId: from.requestId,
    ip: from.ip,
    tenant: tenantOf(actor),
    actor: actor.subject,
  });
  return shared;
}

/** An invoice or a credit memo as it is now, with what was paid or used of it. */
export function readPaper(
  books: Books,
  { orgName: name, locale, country }: LinkActor | SystemActor,
  { kind, id }: MailedPaper,
): Promise<InvoicePaper> {
  const read = kind === "invoice" ? readInvoicePaper : readCreditMemoPaper;
  return read(books, id, { name, locale, country });
}

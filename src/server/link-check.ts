// A question before a link opens, where the business wants one: five tries, then an hour of none. Who answered it is let in for
// half an hour by a cookie that we signed for this link.
import { readLinkCheck } from "@/books/statements/link-check.ts";
import { readBooks, type Books } from "@/books/open.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isRightAnswer } from "@/domain/statements/link-check.ts";
import { tenantOf, type LinkActor } from "./actor.ts";
import { ourCookie } from "./auth/cookie.ts";
import { forgiveLinkCheck, limitLinkCheck } from "./auth/limits.ts";
import { isSigned, signed } from "./auth/signed.ts";
import { now } from "./clock.ts";
import { logSecurity } from "./log.ts";
import type { From } from "./wire/request.ts";

const PASS_MINUTES = 30;
const cookieOf = (linkId: string) => ourCookie(`link-${linkId.slice(0, 13)}`);

/** Refuses "link-check", with what is asked and in which language, who hasn't answered. */
export async function mustHavePassed(books: Books, { linkId, paper }: LinkActor, from: From): Promise<void> {
  const check = await readLinkCheck(books, paper);
  if (check === null || hasPassed(linkId, from)) return;
  throw new Refusal("link-check", { asks: check.asked.asks, language: check.language });
}

function hasPassed(linkId: string, { cookies = "" }: From): boolean {
  const { name } = cookieOf(linkId);
  const sent = cookies.split(/;\s*/).find((each) => each.startsWith(`${name}=`));
  const [, until, signature] =
    /^([a-z\d]{1,12})\.([\w-]{43})$/.exec(sent?.slice(name.length + 1) ?? "") ?? [];
  if (until === undefined || signature === undefined) return false;
  return (
    isSigned("link-pass", `${linkId}.${until}`, signature) && Number.parseInt(until, 36) > now().getTime()
  );
}

/** The cookie that lets in; null for a wrong answer. Throws "too-many" once there were five. */
export async function passFor(
  actor: LinkActor,
  answer: string,
  { ip, requestId }: From,
): Promise<string | null> {
  const { linkId, paper, locale } = actor;
  await limitLinkCheck(linkId);
  const check = await readBooks(actor, (books) => readLinkCheck(books, paper));
  const isRight = check === null || isRightAnswer(check.asked, answer, locale);
  const facts = { requestId, ip, tenant: tenantOf(actor), actor: actor.subject };
  logSecurity(isRight ? "link-check-passed" : "link-check-failed", facts);
  if (!isRight) return null;
  await forgiveLinkCheck(linkId);
  const until = (now().getTime() + PASS_MINUTES * 60_000).toString(36);
  const { name, options } = cookieOf(linkId);
  const value = `${until}.${signed("link-pass", `${linkId}.${until}`)}`;
  const secure = options.secure ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${PASS_MINUTES * 60}; HttpOnly; SameSite=Lax${secure}`;
}

// How much of our mail one business and one person may send in a day, and how much of it to one address: what goes out
// in our name says what they wrote. Ordinary work is far below; a copy with more to send raises MAILS_PER_DAY.
import { z } from "zod";
import type { Books } from "@/books/open.ts";
import { assertRoomForMails } from "@/books/statements/run-mails.ts";
import { businessBySlug } from "@/db/directory/businesses.ts";
import { countTry } from "@/db/directory/tries.ts";
import { Refusal, type RefusalCode } from "@/domain/refusal.ts";
import { MOST_RECIPIENTS } from "@/domain/statements/mail-input.ts";
import { env } from "@/env.ts";
import { tenantOf, type Insider, type SystemActor } from "./actor.ts";
import { now } from "./clock.ts";
import { logSecurity } from "./log.ts";
import { tokenHash } from "./auth/tokens.ts";

const DAY_SECONDS = 24 * 60 * 60;
const WEEK_MS = 7 * DAY_SECONDS * 1000;
/** Of what an older business may send: who signed up a minute ago is known to nobody. */
const FIRST_WEEK = 0.2;
export const MOST_TO_ONE = 20;

const Mails = z.union([
  z.object({ recipient: z.string() }).transform(({ recipient }) => [recipient]),
  z
    .object({ recipients: z.array(z.string()).max(MOST_RECIPIENTS) })
    .transform(({ recipients }) => recipients),
]);

/** For the doors that mail something, to one address or to several. Throws "too-many-to-one" or "too-many-mails". */
export async function limitMail(member: Insider, input: unknown): Promise<void> {
  const mails = Mails.safeParse(input);
  // What isn't even a mail is the procedure's own to refuse.
  if (!mails.success) return;
  const tenant = tenantOf(member);
  for (const address of new Set(mails.data.map((each) => each.trim().toLowerCase()))) {
    await count(`to:${tenant} ${address}`, MOST_TO_ONE, "too-many-to-one");
    await count(`by:${member.userId ?? member.subject}`, env().MAILS_PER_DAY, "too-many-mails");
    await count(`of:${tenant}`, await mostOf(member.orgSlug), "too-many-mails");
  }
}

/** How many times an ordinary day's mails a business may send in one by runs, to its customers' own addresses alone. */
const RUNS = 10;

/** In the transaction that lets a run go on, whoever does. Throws "too-many-mails" before any of them went. */
export async function limitRun(
  books: Books,
  { actor, runId }: { actor: Insider | SystemActor; runId: string },
): Promise<void> {
  const most = RUNS * (await mostOf(actor.orgSlug));
  try {
    await assertRoomForMails(books, { runId }, most);
  } catch (error) {
    if (error instanceof Refusal)
      logSecurity("limited", { limit: error.code, subject: `run:${tenantOf(actor)}` });
    throw error;
  }
}

async function mostOf(slug: string): Promise<number> {
  const business = await businessBySlug(slug);
  const young = !business || now().getTime() - Date.parse(business.createdAt) < WEEK_MS;
  return Math.ceil(env().MAILS_PER_DAY * (young ? FIRST_WEEK : 1));
}

async function count(subject: string, most: number, code: RefusalCode): Promise<void> {
  const key = `statement-mail:${tokenHash(subject).toString("base64url").slice(0, 22)}`;
  const tried = await countTry(key, DAY_SECONDS);
  if (tried.count === most + 1) logSecurity("limited", { limit: code, subject: key });
  if (tried.count > most) throw new Refusal(code, { seconds: Math.max(1, tried.secondsLeft) });
}

const TESTS_AN_HOUR = 10;

/** For mails that only try whether mail goes out. Throws "too-many". */
export async function limitMailTest({ userId, subject }: Insider): Promise<void> {
  const tried = await countTry(
    `mail-test:${tokenHash(userId ?? subject)
      .toString("base64url")
      .slice(0, 22)}`,
    60 * 60,
  );
  if (tried.count > TESTS_AN_HOUR) throw new Refusal("too-many", { seconds: Math.max(1, tried.secondsLeft) });
}

// How often is too often, at the doors that anyone may knock on: per address asked about and per network asking, and
// apart from both per browser that its person is known in. Counted in the directory, so that all web processes count
// together and a restart forgets nothing.
import { present } from "@/domain/assert.ts";
import { Refusal, type RefusalCode } from "@/domain/refusal.ts";
import { countTries, countTry, forgetTries, uncountTry, type Tried } from "@/db/directory/tries.ts";
import type { Purpose } from "@/db/directory/mailed-links.ts";
import { network } from "../wire/client-address.ts";
import type { From } from "../wire/request.ts";
import { logSecurity } from "../log.ts";
import { isKnownTo, type KnownBrowser } from "./known-browser.ts";
import { tokenHash } from "./tokens.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a mailed link works. */
export const LINK_MINUTES = { "sign-in": 10, "sign-up": 60, "new-password": 30 } as const satisfies Record<
  Purpose,
  number
>;

type Limit = { most: number; per: number };
export const LIMITS = {
  "sign-in:browser": { most: 10, per: 15 * MINUTE },
  "sign-in:account": { most: 10, per: 15 * MINUTE },
  "sign-in:network": { most: 20, per: 15 * MINUTE },
  "mail:browser": { most: 5, per: HOUR },
  "mail:network": { most: 30, per: HOUR },
  "mail:sign-in": { most: 2, per: LINK_MINUTES["sign-in"] * MINUTE },
  "mail:sign-up": { most: 2, per: LINK_MINUTES["sign-up"] * MINUTE },
  "mail:new-password": { most: 2, per: LINK_MINUTES["new-password"] * MINUTE },
  "invite:business": { most: 100, per: DAY },
  "invite:address": { most: 3, per: HOUR },
  "invite:mailbox": { most: 30, per: HOUR },
  "password:person": { most: 10, per: 15 * MINUTE },
  "second:browser": { most: 10, per: 15 * MINUTE },
  "second:person": { most: 10, per: HOUR },
  "second:network": { most: 20, per: 15 * MINUTE },
  "passkey:network": { most: 60, per: 15 * MINUTE },
  "provider:network": { most: 60, per: 15 * MINUTE },
  "email-change:person": { most: 5, per: HOUR },
  "second:own": { most: 10, per: 15 * MINUTE },
  "sign-up:network": { most: 30, per: HOUR },
  "mailed-link:network": { most: 30, per: 15 * MINUTE },
  "business:person": { most: 10, per: DAY },
  "statement-link:network": { most: 600, per: MINUTE },
  "statement-link:token": { most: 300, per: MINUTE },
  "link-answer:link": { most: 20, per: HOUR },
  "link-answer:network": { most: 100, per: HOUR },
  "link-check:link": { most: 5, per: HOUR },
  "key-check:person": { most: 60, per: HOUR },
  "webhook:network": { most: 60, per: MINUTE },
  "link-fresh:token": { most: 3, per: HOUR },
  "link-fresh:network": { most: 30, per: HOUR },
  "mail-stop:network": { most: 300, per: HOUR },
  "buyer-pin:buyer": { most: 10, per: 15 * MINUTE },
  "buyer-pin:buyer-day": { most: 60, per: DAY },
  "override-link:network": { most: 60, per: MINUTE },
  "sign-link:network": { most: 60, per: MINUTE },
  "verify:network": { most: 60, per: MINUTE },
  "apply-page:network": { most: 120, per: MINUTE },
  "apply:network": { most: 20, per: HOUR },
  "apply:each": { most: 5, per: DAY },
  "apply-page:site": { most: 600, per: MINUTE },
  "apply:site": { most: 60, per: HOUR },
  "apply:each-site": { most: 15, per: DAY },
  "apply:business": { most: 60, per: DAY },
  "bounces:network": { most: 6000, per: HOUR },
} as const satisfies Record<string, Limit>;
type LimitName = keyof typeof LIMITS;

/** Where more can be said than "wait a moment". */
const TOO_MANY: Partial<Record<LimitName, RefusalCode>> = { "business:person": "too-many-businesses" };

async function isWithin(name: LimitName, subject: string): Promise<Within> {
  return judged(name, subject, await countTry(keyOf(name, subject), LIMITS[name].per));
}

type Within = { within: boolean; secondsLeft: number };

function judged(name: LimitName, subject: string, { count, secondsLeft }: Tried): Within {
  const { most } = LIMITS[name];
  // Once per window: a flood must not become a flood of log lines.
  if (count === most + 1) logSecurity("limited", { limit: name, subject: keyOf(name, subject) });
  return { within: count <= most, secondsLeft };
}

/** One more try of that; refuses "too-many". */
export async function count(name: LimitName, subject: string): Promise<void> {
  refuse(name, await isWithin(name, subject));
}

function refuse(name: LimitName, { within, secondsLeft }: Within): void {
  if (!within) throw new Refusal(TOO_MANY[name] ?? "too-many", { seconds: Math.max(1, secondsLeft) });
}

/** The table holds no addresses of people who are not our users. */
const keyOf = (name: LimitName, subject: string) =>
  `${name}:${tokenHash(subject).toString("base64url").slice(0, 22)}`;

const inBrowser = ({ id }: KnownBrowser, email: string) => `${id} ${email}`;

/** Counted before the password is looked at, so that a hundred guesses at once are a hundred guesses. */
export async function limitSignIn({ ip, browser }: From, email: string): Promise<void> {
  if (isKnownTo(browser, email)) return count("sign-in:browser", inBrowser(browser, email));
  // In this order, so that hammering at one account doesn't shut out its whole office.
  await count("sign-in:account", email);
  await count("sign-in:network", network(ip));
}

/** The right password clears the count it was tried under; what others guessed elsewhere stays counted. */
export async function forgiveSignIn({ ip, browser }: From, email: string): Promise<void> {
  if (isKnownTo(browser, email)) return forgetTries(keyOf("sign-in:browser", inBrowser(browser, email)));
  await forgetTries(keyOf("sign-in:account", email));
  await uncountTry(keyOf("sign-in:network", network(ip)));
}

/** Asked before the answer, which is the same for an address that nobody here has. */
export async function limitMail({ ip, browser }: From, email: string): Promise<void> {
  if (isKnownTo(browser, email)) return count("mail:browser", inBrowser(browser, email));
  await count("mail:network", network(ip));
}

/**
 * Whether another link goes to this address now: no mailbox is flooded by strangers, and none is cut off by them, for
 * whoever gets no more mail has a link in their mailbox that still works.
 */
export async function mayMail(purpose: Purpose, email: string, { browser }: From): Promise<boolean> {
  return isKnownTo(browser, email) || (await isWithin(`mail:${purpose}`, email)).within;
}

/** For the password that somebody who is signed in has to know, to choose another one. */
export const limitPassword = (userId: string): Promise<void> => count("password:person", userId);

type Asked = { userId: string; email: string };

/**
 * For a code after the first step. A recovery code is counted by network alone: nobody guesses one, and whoever knows the
 * password and tries codes all the time must not keep its owner from using it.
 */
export async function limitSecond({ ip, browser }: From, asked: Asked, isRecovery: boolean): Promise<void> {
  if (isKnownTo(browser, asked.email)) return count("second:browser", inBrowser(browser, asked.email));
  if (!isRecovery) await count("second:person", asked.userId);
  await count("second:network", network(ip));
}

/** A right code clears what it was counted under, and gives nobody else another try. */
export async function forgiveSecond({ ip, browser }: From, asked: Asked, isRecovery: boolean): Promise<void> {
  if (isKnownTo(browser, asked.email))
    return forgetTries(keyOf("second:browser", inBrowser(browser, asked.email)));
  if (!isRecovery) await uncountTry(keyOf("second:person", asked.userId));
  await uncountTry(keyOf("second:network", network(ip)));
}

/** For passkeys: nobody guesses one, but each try keeps a challenge. */
export const limitPasskey = ({ ip }: From): Promise<void> => count("passkey:network", network(ip));

/** For leaving for a business's provider and coming back: each waits for it. */
export const limitOidc = ({ ip }: From): Promise<void> => count("provider:network", network(ip));

/** For links to change one's address, which go to whatever address was typed. */
export const limitEmailChange = (userId: string): Promise<void> => count("email-change:person", userId);

/** How long the links for another address work. */
export const EMAIL_CHANGE_MINUTES = 60;

/** For codes of somebody who is signed in. */
export const limitOwnSecond = (userId: string): Promise<void> => count("second:own", userId);

/**
 * For inviting people by mail: so many in a business, and so many of it to one address, so that no other business uses up what
 * somebody's own may send them; and so many to one mailbox, from wherever.
 */
export async function limitInvitations(business: string, email: string | null): Promise<void> {
  await count("invite:business", business);
  if (email === null) return;
  await count("invite:address", `${business} ${email}`);
  await count("invite:mailbox", email);
}

export const limitSignUp = ({ ip }: From): Promise<void> => count("sign-up:network", network(ip));

/** For who is signed in and sets up one more business. */
export const limitBusinesses = (userId: string): Promise<void> => count("business:person", userId);

/** For links that don't open: one that does is never refused. */
export const limitBadLink = ({ ip }: From): Promise<void> => count("mailed-link:network", network(ip));

/** For the public statement page. The token is counted by its hash, found or not; both in one statement, for each opens a page. */
export async function limitLink(ip: string, token: string): Promise<void> {
  const asked = [
    ["statement-link:network", network(ip)],
    ["statement-link:token", token],
  ] as const;
  const keys = asked.map(([name, subject]) => keyOf(name, subject));
  const tried = await countTries(keys, LIMITS["statement-link:network"].per);
  for (const [at, [name, subject]] of asked.entries())
    refuse(name, judged(name, subject, present(tried[at], "each was counted")));
}

/** For what its holder says back by a link: so many a link, whoever sends it, and so many a network. */
export async function limitLinkAnswer(ip: string, linkId: string): Promise<void> {
  await count("link-answer:network", network(ip));
  await count("link-answer:link", linkId);
}

/** For a fresh link instead of one that expired: counted by the token's hash, whether there ever was such a link or not. */
export async function limitFreshLink(ip: string, token: string): Promise<void> {
  await count("link-fresh:network", network(ip));
  await count("link-fresh:token", token);
}

type Who = { userId: string | null; subject: string };

/** For asking Stripe about a key, which waits for an answer from outside. */
export const limitKeyCheck = ({ userId, subject }: Who): Promise<void> =>
  count("key-check:person", userId ?? subject);

/** For what claims to be from Stripe and isn't signed: what is, never counts. */
export const limitBadWebhook = (ip: string): Promise<void> => count("webhook:network", network(ip));

/** For the question before a link opens: counted before the answer is looked at, and closed until the hour is over. */
export const limitLinkCheck = (linkId: string): Promise<void> => count("link-check:link", linkId);

/** It turned out to be none. */
export const uncount = (name: LimitName, subject: string): Promise<void> => uncountTry(keyOf(name, subject));

/** For news of mails that came back. */
export const limitBounces = (ip: string): Promise<void> => count("bounces:network", network(ip));

export const forgiveLinkCheck = (linkId: string): Promise<void> =>
  forgetTries(keyOf("link-check:link", linkId));

// How often is too often, at the doors that anyone may knock on: per address asked about and per network asking.
// Counted in the directory, so that all web processes count together and a restart forgets nothing.
import { Refusal } from "@/domain/refusal.ts";
import { countTry, forgetTries, uncountTry } from "@/db/directory/tries.ts";
import { network } from "../wire/client-address.ts";
import { logSecurity } from "../log.ts";
import { tokenHash } from "./tokens.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

type Limit = { most: number; per: number };
export const LIMITS = {
  "sign-in:account": { most: 10, per: 15 * MINUTE },
  "sign-in:network": { most: 20, per: 15 * MINUTE },
  "mail:account": { most: 5, per: HOUR },
  "mail:network": { most: 30, per: HOUR },
  "sign-up:network": { most: 30, per: HOUR },
  "mailed-link:network": { most: 30, per: 15 * MINUTE },
  "statement-link:network": { most: 600, per: MINUTE },
  "statement-link:token": { most: 300, per: MINUTE },
} as const satisfies Record<string, Limit>;
type LimitName = keyof typeof LIMITS;

async function count(name: LimitName, subject: string): Promise<void> {
  const { most, per } = LIMITS[name];
  const tried = await countTry(keyOf(name, subject), per);
  if (tried.count <= most) return;
  // Once per window: a flood must not become a flood of log lines.
  if (tried.count === most + 1) logSecurity("limited", { limit: name, subject: keyOf(name, subject) });
  throw new Refusal("too-many", { seconds: Math.max(1, tried.secondsLeft) });
}

/** The table holds no addresses of people who are not our users. */
const keyOf = (name: LimitName, subject: string) =>
  `${name}:${tokenHash(subject).toString("base64url").slice(0, 22)}`;

/** Counted before the password is looked at, so that a hundred guesses at once are a hundred guesses. */
export async function limitSignIn(ip: string, email: string): Promise<void> {
  // In this order, so that hammering at one account doesn't shut out its whole office.
  await count("sign-in:account", email);
  await count("sign-in:network", network(ip));
}

/** The right password clears the account's count and takes this try off the network's. */
export async function forgiveSignIn(ip: string, email: string): Promise<void> {
  await forgetTries(keyOf("sign-in:account", email));
  await uncountTry(keyOf("sign-in:network", network(ip)));
}

export async function limitMail(ip: string, email: string): Promise<void> {
  await count("mail:network", network(ip));
  await count("mail:account", email);
}

export const limitSignUp = (ip: string): Promise<void> => count("sign-up:network", network(ip));
export const limitMailedLink = (ip: string): Promise<void> => count("mailed-link:network", network(ip));

/** For the public statement page. The token is counted by its hash, found or not. */
export async function limitLink(ip: string, token: string): Promise<void> {
  await count("statement-link:network", network(ip));
  await count("statement-link:token", token);
}

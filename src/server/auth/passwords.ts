// Passwords are kept as argon2id with OWASP's parameters. An unknown person costs the same work as a known
// one, so the time of an answer tells nobody who has an account.
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { Refusal } from "@/domain/refusal.ts";
import { weakness } from "./password-strength.ts";

const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const SHORTEST_PASSWORD = 8;

export const NewPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `Use at least ${SHORTEST_PASSWORD} characters.`)
  .max(200, "Use at most 200 characters.");

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** For every password that somebody chooses. Throws "password-weak", which stands by its field and says why. */
export async function chosenPasswordHash(password: string, about: readonly string[]): Promise<string> {
  const because = await weakness(password, about);
  if (because) throw new Refusal("password-weak", { field: "password", because });
  return hashPassword(password);
}

let decoy: Promise<string> | undefined;

/** False for a person who isn't there or has no password, after the same work as for one who has. */
export async function passwordIsRight(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const right = await verify(passwordHash ?? (await decoy), password.slice(0, 200));
  return right && passwordHash !== null && passwordHash !== undefined;
}
